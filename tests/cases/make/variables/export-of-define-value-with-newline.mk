define M
l1
l2
endef
export M
all: ; @echo "$$M"
