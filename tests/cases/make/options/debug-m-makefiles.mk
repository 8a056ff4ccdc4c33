#: run -r --debug=m | sed -n '/^Reading makefiles/,/^Re-exec/p'
include g.mk
all: ; @echo all
g.mk: ; @touch $@
