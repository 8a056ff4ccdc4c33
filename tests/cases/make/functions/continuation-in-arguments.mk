$(info [$(subst a,b,\
aaa \
   ccc)])
all: ;
