#: touch f
all: f/x ; @echo all
