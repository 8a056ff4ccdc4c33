#: run -r --debug=m | sed -e '1,/^There is NO/d'
include g.mk
all: ; @echo all
g.mk: ; @touch $@
