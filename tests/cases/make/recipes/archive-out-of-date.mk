#: exec printf 'x\n' > a.o; touch -d '2001-01-01' a.o; ar crU lib.a a.o
#: touch a.o @-50
lib.a(a.o): a.o ; @echo update $%
