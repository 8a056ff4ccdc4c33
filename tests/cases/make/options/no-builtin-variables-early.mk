#: run -R
#: env MAKEFLAGS=R
#: run
$(info $(MAKEFLAGS) [$(SUFFIXES)] [$(CC)])
all: ; @echo $(MAKEFLAGS)
