#: mkdir out
#: run O=out
ifneq ($(O),)
ifndef sub_make_done
need := 1
export sub_make_done := 1
endif
endif
ifeq ($(need),1)
$(filter-out __all,$(MAKECMDGOALS)) __all: __sub-make ; @:
__sub-make: ; @$(MAKE) --no-print-directory -C $(O) -f ../Makefile $(MAKECMDGOALS)
else
__all: ; @echo building in $(notdir $(CURDIR)) 'O=$(O)' done=$(sub_make_done)
endif
