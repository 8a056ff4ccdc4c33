$(info [$(basename a.c b src/c.d.e .x d.d/f x. .)] [$(basename )])
all: ;
