#: exec printf '#include "a.h"\n' > a.c; touch a.h
#: run
#: run
#: touch a.h
#: run
all: a.o ; @:
-include a.d
%.o: %.c ; @echo 'CC $<'; touch $@
%.d: %.c ; @echo '$*.o $@: $< a.h' > $@; echo 'DEP $@'
