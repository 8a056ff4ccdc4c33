X = 1
A := $(X) $$y
all: ; @echo '$(value A)'
