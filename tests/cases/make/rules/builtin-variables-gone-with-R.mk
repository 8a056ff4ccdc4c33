#: run -R
all: ; @echo '[$(CC)][$(AR)][$(RM)][$(COMPILE.c)][$(SHELL)][$(MAKE)]'
