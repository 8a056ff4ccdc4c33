A = 1
all: ; $(eval undefine A)@echo '[$(A)]'
