all: | nothere ; @echo all
