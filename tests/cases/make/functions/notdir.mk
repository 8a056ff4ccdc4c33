$(info [$(notdir src/a.c b.c / a/b/ /x ..)] [$(notdir )])
all: ;
