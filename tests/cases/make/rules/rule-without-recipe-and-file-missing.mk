all: phantom ; @echo all
phantom:
