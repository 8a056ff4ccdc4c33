all: ; @echo bom
