#: touch a.one
all: a.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
