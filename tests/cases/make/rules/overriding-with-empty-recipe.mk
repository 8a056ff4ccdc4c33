all: ; @echo first
all: ;
