A = 1
B := $(A)
C = $(A)
A = 2
all: ; @echo $(B) $(C)
