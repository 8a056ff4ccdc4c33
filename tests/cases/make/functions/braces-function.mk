$(info ${subst a,b,(a)} ${sort z,y x})
all: ;
