#: touch a.one a.two
#: touch a.one @-20
#: touch a.two @-10
all: a.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
