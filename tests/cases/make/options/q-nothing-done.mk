#: touch all
#: run -q
all: ;
