   all: one
   one: ; @echo $@
