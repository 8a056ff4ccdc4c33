x = outer
$(info [$(foreach x,1 2,$x)] $x $(origin x))
$(info [$(foreach y,1,$(origin y) $(flavor y))] $(origin y))
all: ;
