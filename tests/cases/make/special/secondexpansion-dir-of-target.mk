.SECONDEXPANSION:
all: d/x
d/x: $$(@D)/y $$(@F).z ; @echo '$^'
d/y x.z: ;
