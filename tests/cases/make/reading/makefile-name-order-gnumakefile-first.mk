#: file GNUmakefile
#| all: ; @echo GNUmakefile
#: file makefile
#| all: ; @echo makefile
all: ; @echo Makefile
