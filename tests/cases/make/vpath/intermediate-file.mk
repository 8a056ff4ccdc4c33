#: touch src/a.one
VPATH = src
all: a.three
%.two: %.one ; cp $< $@
%.three: %.two ; cp $< $@
