#: run A=cmd B=cmd
define A
file
endef
override define B
file
endef
all: ; @echo $(A) $(B) $(origin A) $(origin B)
