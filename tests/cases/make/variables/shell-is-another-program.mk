SHELL = /bin/echo
.SHELLFLAGS = flag
all: ; hello world
