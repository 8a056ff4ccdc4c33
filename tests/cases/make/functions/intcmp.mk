$(info [$(intcmp 1,2,lt,eq,gt)] [$(intcmp 2,2,lt,eq,gt)] [$(intcmp 3,2,lt,eq,gt)] [$(intcmp 1,1)] [$(intcmp 1,2)] [$(intcmp 1,2,lt)] [$(intcmp 2,1,lt,ge)] [$(intcmp 1,1,lt,ge)])
all: ;
