$(info 1)
all: ; @echo 2; echo 3 >&2
$(warning w)
