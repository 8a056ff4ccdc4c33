#: run -i
all: nothere ; @echo all
