#: touch a.x b.x
.NOTINTERMEDIATE: %.y
all: a.z b.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
