#: touch a.x
.SECONDARY: %.y
all: a.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
