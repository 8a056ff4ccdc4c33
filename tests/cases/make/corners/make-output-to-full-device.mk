#: run > /dev/full; echo $?
all: ; echo hello
