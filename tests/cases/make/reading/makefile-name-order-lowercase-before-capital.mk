#: file makefile
#| all: ; @echo makefile
all: ; @echo Makefile
