#: mkdir d
#: run -I d
all: ; @echo '$(MAKEFLAGS)'
