a b = 1
undefine a b
all: ; @echo '[$(a b)]'
