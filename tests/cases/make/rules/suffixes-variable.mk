$(info $(firstword $(SUFFIXES)) $(words $(SUFFIXES)))
.SUFFIXES:
.SUFFIXES: .x
$(info [$(SUFFIXES)])
all: ;
