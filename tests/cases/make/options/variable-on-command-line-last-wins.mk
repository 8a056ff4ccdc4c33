#: run X=1 X=2
all: ; @echo $(X) '$(MAKEOVERRIDES)' '$(MAKEFLAGS)'
