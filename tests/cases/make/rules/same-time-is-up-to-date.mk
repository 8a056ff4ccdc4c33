#: touch a @-10
#: touch all @-10
all: a ; @echo build
