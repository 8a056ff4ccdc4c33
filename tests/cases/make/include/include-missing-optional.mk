-include nothere.mk
sinclude nothere2.mk
all: ; @echo fine
