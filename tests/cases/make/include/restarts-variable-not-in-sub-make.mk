#: mkdir s
#: file s/Makefile
#| all: ; @echo "sub [$(MAKE_RESTARTS)] [$$MAKE_RESTARTS]"
include gen.mk
all: ; @echo [$(MAKE_RESTARTS)] "[$$MAKE_RESTARTS]"; $(MAKE) --no-print-directory -C s
gen.mk: ; @touch $@
