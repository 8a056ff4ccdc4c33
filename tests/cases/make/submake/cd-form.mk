#: file s/Makefile
#| all: ; @echo sub
all: ; cd s && $(MAKE)
