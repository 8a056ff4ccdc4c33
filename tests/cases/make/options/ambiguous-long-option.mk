#: run --no 2>&1 | head -n 1
#: run --dry
#: run --ver | head -n 1
all: ; @echo all
