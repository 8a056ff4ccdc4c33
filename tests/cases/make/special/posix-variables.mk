.POSIX:
all: ; @echo '$(CC) $(CFLAGS) $(FC) $(FFLAGS) $(YACC) $(LEX) $(AR)'
