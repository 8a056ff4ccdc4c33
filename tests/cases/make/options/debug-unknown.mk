#: run --debug=z 2>&1
all: ; @echo x
