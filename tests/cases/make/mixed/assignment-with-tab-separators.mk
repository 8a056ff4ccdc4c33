A	=	one	two
B	:=	$(A)	
all: ; @echo '[$(A)][$(B)]'
