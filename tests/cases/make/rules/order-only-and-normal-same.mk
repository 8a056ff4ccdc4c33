#: touch all @-20
#: touch x @-10
all: x | x ; @echo '$^ [$|] $?'
