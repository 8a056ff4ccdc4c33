#: run < /dev/null
all: ; @cat; echo done
