all: ; ./nothere arg
