#: file sub.mk
#| all: ; echo sub
#: run -n
M = $(MAKE)
all: ; $(M) -f sub.mk
