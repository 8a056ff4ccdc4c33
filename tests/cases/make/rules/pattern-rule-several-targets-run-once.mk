#: touch p.y
all: p.tab.c p.tab.h ; @echo all
%.tab.c %.tab.h: %.y ; @echo bison $<; touch $*.tab.c $*.tab.h
