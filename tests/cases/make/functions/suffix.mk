$(info [$(suffix a.c b src/c.d.e .x d.d/f x. .)] [$(suffix )])
all: ;
