#: touch a.one b.one
all: a.three b.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
