#: run -I nothere
all: ; @echo ok
