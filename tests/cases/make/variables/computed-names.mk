a = b
b = c
c = deep
all: ; @echo $($($(a))) $($(a)) ${${a}}
