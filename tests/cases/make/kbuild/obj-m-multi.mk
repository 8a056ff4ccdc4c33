obj-m := one.o two.o
two-objs := x.o y.o
two-y += z.o
two-$(CONFIG_NOPE) += never.o
suffix-search = $(strip $(foreach s,$3,$($(1:%$(strip $2)=%$s))))
multi-search = $(sort $(foreach m,$1,$(if $(call suffix-search,$m,$2,$3),$m)))
real-search = $(foreach m,$1,$(if $(call suffix-search,$m,$2,$3),$(call suffix-search,$m,$2,$3),$m))
all: ; @echo '$(call multi-search,$(obj-m),.o,-objs -y) | $(call real-search,$(obj-m),.o,-objs -y)'
