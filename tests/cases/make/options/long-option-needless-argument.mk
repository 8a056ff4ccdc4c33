#: run --dry-run=x 2>&1 | head -n 1
all: ;
