A = a$ b
all: ; @echo '$(A)'
