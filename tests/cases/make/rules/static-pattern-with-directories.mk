src/a.o: %.o: %.c ; @echo '$* $< $(@D) $(@F) $(*D) $(*F)'
src/a.c: ;
