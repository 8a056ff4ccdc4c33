#: run x
.DEFAULT: ; @echo '$@ < $<'
all: ;
