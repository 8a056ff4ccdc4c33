#: run -k
all: t ; @echo all
t:: ; @echo one; false
t:: ; @echo two
