#: run -k
include gone.mk
all: ; @echo all
