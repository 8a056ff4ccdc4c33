#: touch d/a.c
.SECONDEXPANSION:
all: d/a.o
%.o: %.c $$(info stem=$$* at=$$@) ; @echo '$^'
