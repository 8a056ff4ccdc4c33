#: mkdir d
include d
all: ;
