#: file a.mk
#| A = 1
include a.mk # comment
all: ; @echo $(A)
