#: run -f gone.mk
#: run -f gone.mk -k
all: ;
