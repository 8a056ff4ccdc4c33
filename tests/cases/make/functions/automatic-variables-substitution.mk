out: a.c b.c ; @echo '$(^:.c=.o) $(@:out=in) $(<:%=x/%) ${^:.c=}'
a.c b.c: ;
