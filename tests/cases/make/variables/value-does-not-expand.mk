A = $(B) $$x $@
all: ; @echo '$(value A)'
