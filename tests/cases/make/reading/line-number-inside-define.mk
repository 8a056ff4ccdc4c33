define D
$(warning in D)
endef
$(D)

X = $(D)
all: ; $(X)
