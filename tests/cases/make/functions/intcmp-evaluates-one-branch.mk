$(intcmp 1,2,$(info lt),$(info eq),$(info gt))
all: ;
