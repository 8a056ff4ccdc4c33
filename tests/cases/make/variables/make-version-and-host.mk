all: ; @echo $(MAKE_VERSION) $(origin MAKE_VERSION) $(origin MAKE_HOST)
