#: run -t -s
#: run --touch -s other
all: ; @echo
other: ; @echo
