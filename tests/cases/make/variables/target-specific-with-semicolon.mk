all: V = a ; echo b
all: ; @echo '$(V)'
