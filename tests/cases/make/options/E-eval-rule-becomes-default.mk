#: run -E 'first: ; @echo first'
all: ; @echo all
