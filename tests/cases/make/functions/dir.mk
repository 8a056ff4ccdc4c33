$(info [$(dir src/a.c b.c / /x a/b/ .. ./ a//b)] [$(dir )])
all: ;
