#: run --help | head -n 2
#: run -h | sed -n 2p
all: ;
