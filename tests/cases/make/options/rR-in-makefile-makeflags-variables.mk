MAKEFLAGS += -rR
all: ; @echo '[$(CC)] $(MAKEFLAGS) [$(.SUFFIXES)$(SUFFIXES)]'
$(info [$(CC)])
