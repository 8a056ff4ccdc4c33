#: run -- a=b all
all: ; @echo $(a)
