ifeq (a,b)
all: ; @echo no
else
all: ; @echo yes
endif
