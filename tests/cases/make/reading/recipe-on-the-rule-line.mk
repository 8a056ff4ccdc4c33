all: one two ; @echo $@ from $^
	@echo second
one two: ; @echo $@
