#: run A=cmd B=cmd
override A = file
B = file
all: ; @echo $(A) $(B) $(origin A) $(origin B)
