#: run --debug=p
#: run -s --debug=print
all: ; @echo silent
	@echo two
