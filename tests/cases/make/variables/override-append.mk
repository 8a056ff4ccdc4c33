#: run A=cmd
override A += file
A += lost
all: ; @echo $(A)
