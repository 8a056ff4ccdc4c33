A += $(X)
X = later
all: ; @echo '$(A)' $(flavor A)
