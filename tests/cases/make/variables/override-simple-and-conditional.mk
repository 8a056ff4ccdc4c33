#: run A=cmd
override A ?= x
override B := $(A)y
all: ; @echo $(A) $(B) $(origin B)
