multi-obj-m := mod.o
mod-y := a.o b.o
modname-multi = $(sort $(foreach m,$(multi-obj-m),$(if $(filter $*.o,$(mod-y)),$(m:.o=))))
__modname = $(or $(modname-multi),$(basename $(notdir $@)))
a.o z.o: %.o: ; @echo '$@ $(__modname)'
all: a.o z.o
.DEFAULT_GOAL = all
