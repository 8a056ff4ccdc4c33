#: mkdir d
all: ; ./d
