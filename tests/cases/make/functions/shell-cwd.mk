#: run -C . 
$(info $(notdir $(shell pwd)))
all: ;
