#: run -l0x10
#: run -l1e400
#: run -lnan
#: run -l-nan
all: ; @echo $(MAKEFLAGS)
