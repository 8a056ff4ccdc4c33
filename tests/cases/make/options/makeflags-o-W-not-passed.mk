#: run -o x -W y
all: ; @echo '$(MAKEFLAGS)'
