X := $(file >out,line 1)
$(file >>out,line 2)
$(file >> out,line 3)
$(info [$(file <out)] [$(X)])
all: ; @cat out
