$(info [$(intcmp -1,1,lt,eq,gt)] [$(intcmp 007,7,lt,eq,gt)] [$(intcmp -0,0,lt,eq,gt)] [$(intcmp +5,5,lt,eq,gt)] [$(intcmp 001,01)] [$(intcmp -2,-10,lt,eq,gt)])
all: ;
