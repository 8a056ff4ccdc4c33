#: sort
#: mkdir a b c d
#: file sub.mk
#| X := $(shell cat name) $(shell pwd | sed 's,.*/,,') $(notdir $(CURDIR)) $(wildcard *.in)
#| $(file >made.txt,$(X))
#| include name.mk
#| all: out ; @echo $(X) $(NAME); cat out; rm -f out
#| out: one.in ; @mkdir -p deep/er; echo $(NAME) > deep/er/x; sleep 0.05; cat one.in deep/er/x > $@; rm -r deep
#| name.mk: ; echo NAME = $(shell cat name) > $@
#: exec for d in a b c d; do echo $d > $d/name; echo in $d > $d/one.in; done
#: run -j4 --no-print-directory
#: run -j2 --no-print-directory
all: a b c d ; @cat */made.txt
a b c d: ; @$(MAKE) -C $@ -f ../sub.mk
.PHONY: all a b c d
