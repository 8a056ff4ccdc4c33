a:b=c
all: ; @echo [$(a:b=c)]
