define A !=
echo one
echo two
endef
$(info [$(A)])
all: ;
