A := $(if x)
all: ;
