all:
	@echo one \
	two \
    three
	@echo 'a\
	b'
