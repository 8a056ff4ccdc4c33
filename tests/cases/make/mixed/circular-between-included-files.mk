#: file a.mk
#| A = 1
include a.mk
all: ; @echo ok
a.mk: b
b: a.mk
