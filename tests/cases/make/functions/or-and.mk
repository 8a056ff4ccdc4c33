$(info [$(or ,,c)] [$(or a,b)] [$(or )] [$(and a,b)] [$(and a,,c)] [$(and )] [$(or  , x )] [$(and a, b )])
all: ;
