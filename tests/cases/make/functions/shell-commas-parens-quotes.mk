$(info [$(shell echo a,b (c 2>/dev/null || echo "(x)" 'y,z')])
all: ;
