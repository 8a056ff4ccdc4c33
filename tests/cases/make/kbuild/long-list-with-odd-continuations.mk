#: exec mkdir -p c; : >c/there; : >'c/a,b'; : >'c/a#b'
#: exec many() { awk -v n="$1" -v head="$2" -v between="$3" -v odd="$4" -v end="$5" 'BEGIN { printf "%s", head; for (i = 0; i < 120; i++) printf "%sa/rather/long/way/to/%s/header-%d.h%s", i ? between : "", n, i, i == 60 ? odd : ""; printf "%s\n\n$(info [$(%s)] $(words $(%s)))\n", end, n, n }'; }; { many tabs 'tabs :=\\\n' '\t\\\n \t' ' \\\n\t\\\n'; many blank 'blank := \\\n \\\n  \\\n' '   \\\n' ' \\\n \\\n \\\n'; many none 'none := \\\n $(wildcard c/none) \\\n' ' \\\n' ' $(wildcard c/none)  $(wildcard c/no) \\\n $(wildcard c/none)' ' \\\n $(wildcard c/none)'; many there 'there := $(wildcard c/there) \\\n' '  \\\n  ' ' $(wildcard c/there c/there) $(wildcard c/a,b)' ' $(wildcard c/there) \\\n'; many glued 'glued := \\\n' '\\\n' ' x\\\ny'; many two 'two := \\\n' ' \\\n' ' x\\\\ y \\\\\\\n z'; many remark 'remark := \\\n' ' \\\n' ' # what \\\n follows'; many sharp 'sharp := \\\n' ' \\\n' ' c/x\#y $(wildcard c/a\#b) c/x'; many early 'early := \\\n' ' \\\n' ' c/x#y'; many long 'long \\\n := \\\n' ' \\\n'; many colons 'colons ::= \\\n' ' \\\n'; many stronger 'override stronger := \\\n' ' \\\n'; many named '$(N)med := \\\n' ' \\\n'; many shell 'shell := $(shell echo one) \\\n' ' \\\n'; many given 'given := \\\n' ' \\\n'; } >lists.mk
#: exec { echo .POSIX:; cat lists.mk; } >posix.mk
#: exec { printf 'ifdef NOT\n'; cat lists.mk; printf 'endif\n'; } >not.mk
#: exec printf 'last := \\\n' >last.mk; for i in $(seq 300); do printf ' the/header-%d.h \\\n' $i; done >>last.mk
#: run
#: run given=few
#: run LISTS=posix.mk
#: run LISTS=not.mk NOT=
#: run LISTS=last.mk
N = na
LISTS = lists.mk
all: ; @echo '[$(last)]'
include $(LISTS)
