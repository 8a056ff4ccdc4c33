all: ; @echo 'a;b' ; echo c
