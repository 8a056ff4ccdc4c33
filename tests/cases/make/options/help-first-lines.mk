#: run --help | head -n 3
#: run -h | sed -n 2p
all: ;
