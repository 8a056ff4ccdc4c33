#: exec printf 'x\n' > a.o
#: run
#: run
#: touch a.o
#: run
ARFLAGS = crU
lib.a: lib.a(a.o) ; @echo lib '$?'
(%): % ; @echo 'ar $@ $% $<'; ar $(ARFLAGS) $@ $%
