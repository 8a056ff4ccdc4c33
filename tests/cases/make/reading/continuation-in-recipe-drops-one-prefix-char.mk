all:
	@echo 'x\
		y'
	@echo "p\
q"
