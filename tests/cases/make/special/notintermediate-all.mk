#: touch a.x
.NOTINTERMEDIATE:
all: a.z
%.y: %.x ; cp $< $@
%.z: %.y ; cp $< $@
