#: touch a.x
all: a.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
.PRECIOUS: a.y
