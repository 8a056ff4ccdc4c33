#: exec printf 'x\n' > a.o
#: touch a.o @-100
#: run
#: run
#: touch a.o @-50
#: run
ARFLAGS = crU
lib.a: lib.a(a.o) ; @echo lib '$?'
(%): % ; @echo 'ar $@ $% $<'; ar $(ARFLAGS) $@ $%
