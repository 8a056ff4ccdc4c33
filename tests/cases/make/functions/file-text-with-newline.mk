define T
one
two

endef
$(file >out,$(T))
all: ; @od -c out
