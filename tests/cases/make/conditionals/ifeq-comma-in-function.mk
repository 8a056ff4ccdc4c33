ifeq ($(subst a,b,aa),bb)
$(info yes)
endif
all: ;
