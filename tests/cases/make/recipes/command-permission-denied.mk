#: touch prog
all: ; ./prog
