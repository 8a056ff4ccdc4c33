define A B
text
endef
$(info [$(A B)])
all: ;
