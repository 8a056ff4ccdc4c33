#: touch all
all: ;
