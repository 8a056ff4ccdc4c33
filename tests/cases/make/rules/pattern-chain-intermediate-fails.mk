#: touch a.one
all: a.three
%.three: %.two ; @echo fail; false
%.two: %.one ; cp $< $@
