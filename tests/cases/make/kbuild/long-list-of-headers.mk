#: exec mkdir -p h include/config; for i in 1 5 77 250; do : >include/config/OPTION_$i; done
#: exec awk 'BEGIN { print "deps_x.o := \\"; for (i = 1; i <= 250; i++) { printf "    $(wildcard include/config/OPTION_%d) \\\n", i; printf "  h/the-header-with-number-%d.h \\\n", i % 240 } print ""; print "x.o: $(deps_x.o)"; print ""; print "$(deps_x.o):" }' >.x.o.cmd
#: exec for i in $(seq 0 239); do : >h/the-header-with-number-$i.h; done
#: run
#: run
#: touch h/the-header-with-number-7.h
#: run
#: exec rm h/the-header-with-number-9.h
#: run
#: run -n --trace
#: run 'deps_x.o=a b' -n
#: run -e -n
all: x.o
-include .x.o.cmd
$(info [$(deps_x.o)] $(origin deps_x.o) $(flavor deps_x.o) $(words $(deps_x.o)) $(value deps_x.o))
x.o:
	@echo '$(words $^) $(words $+) $? [$(filter %-11.h,$^)] [$(filter-out h/%, $^)] [$(filter FORCE, $^)] $(firstword $^) $(lastword $+) $(<D) $(^F)' | cksum
	@echo '$(wordlist 2,4,$^) $?'; touch $@
