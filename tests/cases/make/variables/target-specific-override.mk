#: run A=cmd B=cmd
all: override A = t
all: B = t
all: ; @echo $(A) $(B)
