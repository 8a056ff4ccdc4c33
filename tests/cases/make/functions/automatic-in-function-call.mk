f = {$1 $@ $<}
all: p ; @echo '$(call f,z)'
p: ;
