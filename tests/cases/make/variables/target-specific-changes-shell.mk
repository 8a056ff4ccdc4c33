all: SHELL = /bin/echo
all: ; hello
