#: touch d/x.c d/y.c
define multi_depend
$(foreach m, $1, $(eval $m: $(addprefix $(obj)/, $(filter %.o,$(call suffix-search, $(notdir $m), $2, $3)))))
endef
suffix-search = $(strip $(foreach s, $3, $($(1:%$(strip $2)=%$s))))
obj := d
mod-objs := x.o y.o
$(obj)/mod.o: ; @echo 'LD $@: $^'
$(call multi_depend, $(obj)/mod.o, .o, -objs -y -m)
$(obj)/%.o: $(obj)/%.c ; @echo 'CC $@'
