all: ; @echo $(notdir $(CURDIR)) $(origin CURDIR)
