#: run 'A!=echo hi'
all: ; @echo '[$(A)]' $(origin A)
