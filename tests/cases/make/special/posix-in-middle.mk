A = one   \
   two
.POSIX:
B = one   \
   two
all: ; @echo '[$(A)][$(B)]'
