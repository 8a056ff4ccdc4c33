#: run -k -n -s -r -w --no-print-directory --trace --warn-undefined-variables
$(info $(MAKEFLAGS))
all: ; +@echo '$(MAKEFLAGS)' '$(MFLAGS)'
