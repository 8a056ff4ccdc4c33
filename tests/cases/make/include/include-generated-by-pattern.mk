include obj.d
all: ; @echo $(D)
%.d: ; @echo 'D = $*' > $@
