#: file sub.mk
#| include inc.mk
#| X := $(shell echo $(ID) | cat | cat)
#| Y := $(shell sleep 0.2; echo y)
#| all: a b
#| a b: ; @echo $(ID) $@ $(X) $(Y) $(Z) | cat; sleep 0.1
#: file inc.mk
#| Z := z
#: sort
#: exec ulimit -n 40; make -j60 --no-print-directory
#: run -j60 --no-print-directory
all: $(foreach i,1 2 3 4,$(i)0 $(i)1 $(i)2 $(i)3 $(i)4 $(i)5 $(i)6 $(i)7)
%: ; @$(MAKE) -f sub.mk ID=$* all
