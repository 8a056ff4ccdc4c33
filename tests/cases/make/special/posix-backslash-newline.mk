.POSIX:
A = one   \
    two
all: ; @echo '[$(A)]'
