#: sort
#: run -j3
#: run -j3
#: run -j1
#: exec rm -f next.mk
#: run -j3
all: second
first: ; @$(MAKE) --no-print-directory -f $(firstword $(MAKEFILE_LIST)) write
second: first ; @$(MAKE) --no-print-directory -f next.mk
write: ; @sleep 0.05; echo 'all: ; @echo '$$(cat count 2>/dev/null | wc -l)' $$(MAKELEVEL)' > next.mk; echo >> count
