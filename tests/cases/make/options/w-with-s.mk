#: run -w -s
#: run -s -w
all: ; @echo all
