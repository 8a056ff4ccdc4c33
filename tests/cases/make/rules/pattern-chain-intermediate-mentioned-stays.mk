#: touch a.one
all: a.three a.two
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
