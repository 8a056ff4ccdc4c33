.DEFAULT_GOAL = nothere
all: ; @echo
