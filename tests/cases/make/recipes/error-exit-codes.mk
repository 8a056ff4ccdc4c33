#: run a
#: run b
#: run c
a: ; @exit 1
b: ; @exit 77
c: ; @exit 255
