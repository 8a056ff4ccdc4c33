#: touch all
.PHONY: p
all: | p ; @echo never
p: ; @echo p
