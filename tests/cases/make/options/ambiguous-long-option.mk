#: run --no 2>&1 | head -n 1
#: run --dry
#: run --ver | head -n 1 | cut -c 1-14
all: ; @echo all
