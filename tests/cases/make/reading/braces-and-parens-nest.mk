A = x
all: ; @echo $(subst x,(y),$(A)) ${subst x,{y},$(A)} $(subst x,$(subst z,),),x) 
