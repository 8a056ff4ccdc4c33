#: run -f 2>&1 | head -n 1
all: ;
