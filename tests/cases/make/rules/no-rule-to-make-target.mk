all: nothere ; @echo all
