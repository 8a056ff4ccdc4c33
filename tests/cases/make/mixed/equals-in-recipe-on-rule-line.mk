all: ; @A=1 B=2; echo ok
