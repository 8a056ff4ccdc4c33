#: touch a.one
#: run
#: run
#: touch a.one
#: run
all: a.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
