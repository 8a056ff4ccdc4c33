endef
all: ;
