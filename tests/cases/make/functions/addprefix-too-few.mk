A := $(addprefix a)
all: ;
