#: run .SUFFIXES
all: ;
