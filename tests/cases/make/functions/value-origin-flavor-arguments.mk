N = foo
foo = $$x
$(info [$(value $(N))] [$(origin $(N))] [$(flavor $(N))] [$(origin )] [$(value )])
all: ;
