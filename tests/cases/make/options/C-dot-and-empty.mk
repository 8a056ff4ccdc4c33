#: run -C .
#: run -C ./
#: run -C ""
all: ; @echo all
