#: mkdir src src2
#: touch src/foo.c
#: run -pn | sed -n '/^# Pattern-specific/,/^# Directories/p;/^# Implicit Rules/,/^# .*search paths*[.:]/p' | grep -Ev 'Load=|Last modified 20'
#: run -rRp | sed -n '/^# Files/,$p' | grep -Ev 'Load=|Last modified|strcache|current buf|Finished'
#: run -rRp CL=1 --bogus | grep -A3 '^# Files'
#: run -pd --version | grep -c '^# GNU Make'
A = 1
B := $$x
%.o: C = 2
%.x: private D := 3
%.o: %.c ; cc
	echo
all: foo.o one ; @echo
foo.o: X = 1
foo.o: Y := 2
one:: | two ; @echo one
one:: three ; @echo two
three two: ;
vpath %.c src:src2
VPATH = src2
.PHONY: all
.SECONDARY: sec
.INTERMEDIATE: mid
.PRECIOUS: %.i foo.o
foo.o: private PV = a
foo.o: override OV += $(B)
foo.o: BLANK := $(EMPTY)  $(EMPTY)
%.o: APP += $$x
g1 g2 &: three ; @echo \
  $@
all: g1 | two .WAIT mid sec
mid sec: ;
.RECIPEPREFIX = >
rp:
> @echo rp
