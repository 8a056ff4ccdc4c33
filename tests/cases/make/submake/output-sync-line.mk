#: run -j4 -Oline
all: a b ; @echo all
a:
	@echo a1
	@sleep 0.3; echo a2
b:
	@sleep 0.1; echo b1
	@echo b2
