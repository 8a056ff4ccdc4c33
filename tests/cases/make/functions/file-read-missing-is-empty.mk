$(info [$(file <nothere)])
all: ;
