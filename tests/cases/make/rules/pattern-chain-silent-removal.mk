#: touch a.one
#: run -s
#: exec ls
all: a.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
