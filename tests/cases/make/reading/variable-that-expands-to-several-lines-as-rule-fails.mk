define rule
all: ; @echo all
two: ; @echo two
endef
$(rule)
