N := $(subst x,aaaaaaaaaa,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
all: $(N) ; @echo all
$(N): ; @echo '$(words $@)'
