T = one two
all: $(T)
$(T): ; @echo $@
