#: run --trace -s
#: run --trace -n
all: ; @echo x
