all: ~/made ; @echo all
~/made: ; @echo '$(subst $(HOME),HOME,$@)'; touch $@
