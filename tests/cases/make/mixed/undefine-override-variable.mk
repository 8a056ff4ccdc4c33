override A = 1
undefine A
all: ; @echo '[$(A)]'
override undefine A
$(info [$(A)])
