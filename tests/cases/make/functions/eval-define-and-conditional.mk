define body
ifeq ($(1),a)
R_$(1) := is-a
else
R_$(1) := not-a
endif
endef
$(foreach v,a b,$(eval $(call body,$v)))
$(info $(R_a) $(R_b))
all: ;
