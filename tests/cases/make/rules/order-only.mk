#: touch all @-20
#: touch oo @-10
all: | oo ; @echo never
oo: ;
