$(info [$(MAKEFLAGS)] [$(MFLAGS)] [$(MAKEOVERRIDES)] $(origin MAKEFLAGS) $(origin MFLAGS))
all: ; @echo '[$(MAKEFLAGS)]' "[$$MAKEFLAGS] [$${MFLAGS-unset}]"
