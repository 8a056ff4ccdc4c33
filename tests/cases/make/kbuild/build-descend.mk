#: file scripts/Makefile.build
#| PHONY := __build
#| __build:
#| obj := $(obj)
#| include $(obj)/Makefile
#| obj-y := $(addprefix $(obj)/,$(obj-y))
#| subdir-ym := $(patsubst %/,%,$(filter %/,$(obj-y)))
#| real := $(filter %.o,$(obj-y))
#| __build: $(real) $(subdir-ym) ; @:
#| $(obj)/%.o: $(obj)/%.c ; @echo '  CC $@'; cp $< $@
#| PHONY += $(subdir-ym)
#| $(subdir-ym): ; @$(MAKE) $(build)=$@
#| build := -f scripts/Makefile.build obj
#| .PHONY: $(PHONY)
#: file drv/Makefile
#| obj-y += a.o sub/
#: file drv/sub/Makefile
#| obj-y := b.o
#: touch drv/a.c drv/sub/b.c
#: run --no-print-directory
#: run --no-print-directory
build := -f scripts/Makefile.build obj
all: ; @$(MAKE) $(build)=drv
