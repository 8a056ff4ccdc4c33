all: P = one
all: $(P) ; @echo '[$^]'
one: ; @echo one
