#: touch x.c
.PHONY: x
x:
