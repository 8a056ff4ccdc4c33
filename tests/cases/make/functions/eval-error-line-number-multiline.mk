define B
A = 1
junk
endef

$(eval $(B))
all: ;
