all:
	A=1; echo "$$A"
A = 2
	
