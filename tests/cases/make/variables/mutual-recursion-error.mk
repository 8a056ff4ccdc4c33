A = $(B)
B = $(C)
C = x $(A)
all: ;
X := $(A)
