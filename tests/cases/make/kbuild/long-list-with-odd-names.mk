#: exec mkdir -p q; : >q/1.q; : >q/2.q; : >plain.h
#: exec many() { awk -v n="$1" -v odd="$2" 'BEGIN { printf "%s := \\\n", n; for (i = 0; i < 200; i++) printf "  a/rather/long/way/to/%s-%d.h \\\n", n, i; printf "%s", odd }'; printf '\n$(info %s [$(wordlist 199,999,$(%s))] $(words $(%s)))\n%s.o: $(%s)\n$(%s):\n' $1 $1 $1 $1 $1 $1; }; { many dot '  ./plain.h ././more.h'; many wait '  one .WAIT two'; many group '  lib(one two)'; many tilde '  ~/x'; many star '  *.h'; many several '  $(wildcard q/*.q) end'; many glued '  x$(wildcard q/1.q) end'; many variable '  $(NAME) end'; many blanks '  one  two	three   '; many dollar '  a$$b'; many quoted '  a\ b'; many equal '  a=b'; } >lists.mk
#: run dot.o
#: run wait.o group.o tilde.o
#: run star.o several.o glued.o
#: run variable.o blanks.o dollar.o quoted.o equal.o
#: run -j4 -n wait.o
NAME = named
nothing:
include lists.mk
%.o:
	@echo '$@: $(wordlist 200,999,$^) | $(words $^)'
