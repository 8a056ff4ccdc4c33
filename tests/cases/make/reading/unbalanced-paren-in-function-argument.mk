A = $(subst a,(,abc)
all: ; @echo '$(A)'
