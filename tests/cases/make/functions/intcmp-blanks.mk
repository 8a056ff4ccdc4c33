$(info [$(intcmp  1 , 1 ,lt,eq,gt)] [$(intcmp 1,2, l t ,e,g)])
all: ;
