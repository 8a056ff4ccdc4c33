#: mkdir d
#: run -f d
all: ;
