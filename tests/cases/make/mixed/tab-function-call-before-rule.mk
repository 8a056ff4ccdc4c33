	$(info tabbed)
all: ; @echo ok
