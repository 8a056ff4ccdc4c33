c := ,
s := $() $()
$(info [$(subst $(s),$(c),a b c)] [$(subst $c,$s,1,2)] [$(subst a, b,xax)] [$(subst a ,b,a x)])
all: ;
