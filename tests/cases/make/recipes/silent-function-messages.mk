all: ; @echo x$(info from info)
