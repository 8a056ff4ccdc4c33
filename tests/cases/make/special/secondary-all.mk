#: touch a.x
.SECONDARY:
all: a.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
