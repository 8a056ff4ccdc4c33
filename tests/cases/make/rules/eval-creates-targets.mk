define T
$(1): ; @echo making $(1)
endef
$(foreach t,a b c,$(eval $(call T,$t)))
all: a b c
.DEFAULT_GOAL = all
