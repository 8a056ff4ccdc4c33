all: x
all: y
	@echo '$<' '$^'
all: z
x y z: ;
