all: ;
ifdef A
