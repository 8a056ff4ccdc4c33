X := $(or a,$(info never))
Y := $(and ,$(info never))
Z := $(or ,$(info evaluated))
all: ;
