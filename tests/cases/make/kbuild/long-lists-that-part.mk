#: exec awk 'BEGIN { for (f = 1; f <= 4; f++) { file = ".x" f ".cmd"; print "deps_x" f ".o := \\" >file; for (i = 1; i <= 260; i++) { n = (f == 3 && i % 5 == 0) ? i + 1 : i; s = (f == 2 && i % 7 == 0) ? "pp" : (f == 4 && i % 9 == 0) ? "$(nothing)" : ""; printf "  $(wildcard c/O%d%s) \\\n  the-header-with-number-%d.h%s \\\n", n % 40, s, n % 200, s >file } print "" >file; print "x" f ".o: $(deps_x" f ".o)\n$(deps_x" f ".o):" >file } }'
#: exec mkdir c; for i in 1 2 14pp 21pp; do : >c/O$i; done; for i in $(seq 0 200); do : >the-header-with-number-$i.h; [ $((i % 7)) -ne 0 ] || : >the-header-with-number-$i.hpp; done
#: run
#: touch the-header-with-number-7.hpp c/O14pp
#: run
#: exec rm the-header-with-number-20.h c/O2
#: run --trace
all: x1.o x2.o x3.o x4.o
-include .x1.cmd .x2.cmd .x3.cmd .x4.cmd
$(foreach i,1 2 3 4,$(info $(words $(deps_x$(i).o)) $(wordlist 20,30,$(deps_x$(i).o)) $(lastword $(deps_x$(i).o))))
x%.o: ; @echo '$(words $^) $(words $+) $(words $?) $(firstword $?) $^' | cksum; touch $@
