#: run -ks V=1 --no-print-directory
$(info [$(filter-out --%,$(MAKEFLAGS))] [$(firstword $(MAKEFLAGS))])
all: ;
