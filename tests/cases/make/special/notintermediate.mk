#: touch a.x
.NOTINTERMEDIATE: a.y
all: a.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
