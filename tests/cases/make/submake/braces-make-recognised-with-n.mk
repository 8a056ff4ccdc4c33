#: file sub.mk
#| all: ; echo sub
#: run -n
all: ; ${MAKE} -f sub.mk
other: ; echo
