$(info [$(warning w)])
all: ;
