#: run -C .
#: run -C ./
#: run -C "" 2>&1 | head -n 1
all: ; @echo all
