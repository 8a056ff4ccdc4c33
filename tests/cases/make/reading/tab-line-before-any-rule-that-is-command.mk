	echo hello
all: ; @echo all
