#: run -t
all:: a ; @echo
all:: b ; @echo
a: ; @echo
b: nothere ; @echo
