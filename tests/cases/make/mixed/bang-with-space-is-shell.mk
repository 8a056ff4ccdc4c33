A! = echo hi
B ! = echo hi
all: ; @echo '[$(A!)] [$(A)] [$(B)] [$(B !)]'
