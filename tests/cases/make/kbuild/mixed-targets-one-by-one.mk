#: run clean all --no-print-directory
mixed := $(if $(filter clean,$(MAKECMDGOALS)),$(if $(filter-out clean,$(MAKECMDGOALS)),1))
ifeq ($(mixed),1)
.PHONY: $(MAKECMDGOALS) __build_one_by_one
$(MAKECMDGOALS): __build_one_by_one ; @:
__build_one_by_one:
	$(Q)set -e; for i in $(MAKECMDGOALS); do $(MAKE) -f Makefile $$i; done
else
all clean: ; @echo doing $@
endif
