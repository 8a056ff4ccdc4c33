#: file k/Makefile
#| modules: ; @echo building '$(notdir $(M))' V='$(V)' '$(origin M)' goals='$(MAKECMDGOALS)'
#: run V=1
all: ; @$(MAKE) --no-print-directory -C k M=$(CURDIR) modules
