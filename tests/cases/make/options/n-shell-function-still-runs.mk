#: run -n
all: ; echo $(shell touch made; echo x)
