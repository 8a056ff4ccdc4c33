L = a b c
$(info [$(foreach x,$(L),<$x>)] [$(foreach x,,<$x>)] [$(foreach x,a  b,$x-)] [$(foreach x y,a b,$(x y))])
all: ;
