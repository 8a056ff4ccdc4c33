all: ; @echo hello
	   @echo indented prefix
