#: run -k
#: run --keep-going
#: run -k -S
#: run -k --no-keep-going
#: run -k --stop
all: a b c ; @echo all
a: ; @echo a; false
b: a ; @echo b
c: ; @echo c
