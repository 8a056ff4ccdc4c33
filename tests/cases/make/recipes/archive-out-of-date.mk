#: exec printf 'x\n' > a.o; ar crU lib.a a.o; touch -d '2001-01-01' lib.a
#: touch a.o
lib.a(a.o): a.o ; @echo update $%
