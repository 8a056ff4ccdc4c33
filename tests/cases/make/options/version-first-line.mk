#: run --version | head -n 1 | cut -c 1-14
#: run -v | head -n 1 | cut -c 1-14
all: ;
