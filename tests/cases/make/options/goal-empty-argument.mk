#: run ""
#: run "" all
all: ; @echo all
