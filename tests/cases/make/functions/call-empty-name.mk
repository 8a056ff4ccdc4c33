$(info [$(call )] [$(call ,x)])
all: ;
