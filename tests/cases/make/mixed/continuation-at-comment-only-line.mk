A = one \
# two
all: ; @echo '[$(A)]'
