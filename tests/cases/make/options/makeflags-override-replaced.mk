#: run -k X=1
MAKEFLAGS = s
all: ; echo '$(MAKEFLAGS)'
