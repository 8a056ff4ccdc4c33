#: run N=x
all: ; @echo $(MAKELEVEL); test $(MAKELEVEL) -ge 40 || $(MAKE) --no-print-directory N=x$(N)
