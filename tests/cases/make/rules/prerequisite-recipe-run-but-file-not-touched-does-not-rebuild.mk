#: touch a all @-10
#: touch src
all: a ; @echo all $?
a: src ; @echo a
