define D
ifeq (a,a)
X = yes
endif
endef
$(eval $(D))
all: ; @echo $(X)
