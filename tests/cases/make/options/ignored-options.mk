#: run -b
#: run -m
all: ; @echo all
