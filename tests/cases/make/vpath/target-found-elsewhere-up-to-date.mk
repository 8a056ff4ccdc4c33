#: touch s/lib.o @-5
#: touch lib.c @-10
VPATH = s
all: lib.o ; @echo '$^'
lib.o: lib.c ; @echo build $@
