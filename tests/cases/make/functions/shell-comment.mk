$(info [$(shell echo a \# b)] [$(shell echo '#x')])
all: ;
