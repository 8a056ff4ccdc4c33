#: touch s/lib.o @-15
#: touch lib.c @-10
VPATH = s
GPATH = s
all: lib.o ; @echo 'all: $^'
lib.o: lib.c ; @echo build $@
