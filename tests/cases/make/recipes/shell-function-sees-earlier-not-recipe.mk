all:
	@echo a > file.txt
	@echo '[$(shell cat file.txt 2>&1)]'
