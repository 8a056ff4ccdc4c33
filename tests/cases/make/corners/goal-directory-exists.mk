#: mkdir build
#: run build
all: ;
