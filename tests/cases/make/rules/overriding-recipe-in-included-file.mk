#: file a.mk
#|
#| all: ; @echo included
all: ; @echo here
include a.mk
