#: run --version | head -n 1
#: run -v | head -n 1
all: ;
