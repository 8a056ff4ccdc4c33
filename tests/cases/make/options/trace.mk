#: touch src
#: run --trace
#: run --trace
all: a b ; echo all
a: src ; touch a
b: ; @echo b
