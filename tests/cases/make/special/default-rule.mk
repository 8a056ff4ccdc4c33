.DEFAULT: ; @echo default for $@
all: a ; @echo all
