include gone.mk
all: nothere
