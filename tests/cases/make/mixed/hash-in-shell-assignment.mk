A != echo 'a\#b'
B := $(shell echo 'a\#b')
all: ; @echo '$(A) $(B)'
