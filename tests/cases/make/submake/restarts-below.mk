#: mkdir a b
#: file sub.mk
#| $(info $(MAKELEVEL) restarts '$(MAKE_RESTARTS)' in $(notdir $(CURDIR)))
#| -include gen.mk more.mk
#| all: ; @echo $(GEN) $(MORE) $(notdir $(CURDIR)); $(MAKE) -f ../sub.mk last
#| last: ; @echo last $(MAKELEVEL)
#| gen.mk: ; echo GEN = 1 > $@
#| more.mk: gen.mk ; echo MORE = $(GEN) > $@
#: run
#: run
#: exec rm a/more.mk b/gen.mk; touch a/gen.mk
#: run -k
all: a b
a b: ; $(MAKE) -C $@ -f ../sub.mk
.PHONY: all a b
