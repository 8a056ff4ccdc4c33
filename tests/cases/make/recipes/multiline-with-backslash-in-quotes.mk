all:
	@echo "one \
	two"; echo 'three \
	four'
	@echo five\
six
