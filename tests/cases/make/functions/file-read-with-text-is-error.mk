A := $(file <x,text)
all: ;
