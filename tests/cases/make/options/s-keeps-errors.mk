#: run -s
all: ; echo x; false
