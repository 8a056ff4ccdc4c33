#: exec echo a >a.o; ar rcU lib.a a.o; rm a.o
#: run a.x b.x
%.x: lib.a(%.o); @echo $@ from $< $%
%.x: ; @echo $@ alone
