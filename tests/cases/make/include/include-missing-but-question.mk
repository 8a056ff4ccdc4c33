#: run -q
include gone.mk
all: ;
