$(eval ifdef X)
all: ;
