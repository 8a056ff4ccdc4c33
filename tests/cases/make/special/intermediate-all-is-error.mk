.INTERMEDIATE:
all: a.z
a.x: ; touch $@
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
