$(eval A := 1)
$(info [$(eval B = 2)] $(A) $(B))
all: ;
