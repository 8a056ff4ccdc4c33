#: run --warn-undefined-variables
all: ; @:
$(info $(foreach v,a b,$v$(w)))
ifdef UNDEF
endif
$(info $(origin Z) $(flavor Z) $(value Z))
Y += $(Q)
