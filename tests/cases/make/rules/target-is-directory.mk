#: mkdir d
all: d/x ; @echo all
d/x: d ; @echo $@ from $<; touch $@
d: ; mkdir d
