.SECONDEXPANSION:
all: $$(error in second expansion) ; @echo
