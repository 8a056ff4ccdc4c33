ifeq (a,\
  a)
R = yes
else
R = no
endif
all: ; @echo $(R)
