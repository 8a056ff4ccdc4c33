#: run -- -n
all: ; @echo all
-n: ; @echo dash n
