define rule
all: two ; @echo all
two: ; @echo two
endef
$(eval $(rule))
