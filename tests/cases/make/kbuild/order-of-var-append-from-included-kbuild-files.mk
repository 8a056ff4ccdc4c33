#: file a/Kbuild
#| obj-m += $(src)/x.o
#: file b/Kbuild
#| obj-m += $(src)/y.o
kb = $(eval src := $1)$(eval include $1/Kbuild)
$(foreach d,a b,$(call kb,$d))
all: ; @echo '$(obj-m)' $(MAKEFILE_LIST)
