A := $(file <)
all: ;
