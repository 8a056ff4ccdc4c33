#: file gone.mk,v
#| x
#: run -r -f gone.mk
all: ;
