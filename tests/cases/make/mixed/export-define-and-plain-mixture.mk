export A := 1
define export B
x
endef
all: ; @echo "$$A"
