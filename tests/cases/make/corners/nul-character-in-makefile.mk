#: exec printf 'all: ; @echo one\000 two\n\t@echo three\n' > nul.mk
#: run -f nul.mk
x: ;
