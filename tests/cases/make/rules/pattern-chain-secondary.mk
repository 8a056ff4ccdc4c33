#: touch a.one
#: run
#: exec ls
all: a.three
%.three: %.two ; cp $< $@
%.two: %.one ; cp $< $@
.SECONDARY: a.two
