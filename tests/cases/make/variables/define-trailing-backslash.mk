define A
one\
endef
endef
$(info [$(A)])
all: ;
