X = now
A = start
A += $(X)
X = later
all: ; @echo '$(A)' $(flavor A)
