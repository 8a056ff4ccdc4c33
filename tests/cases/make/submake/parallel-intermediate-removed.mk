#: touch a.one b.one
#: run -j4
#: sort
#: exec ls
all: a.three b.three
%.three: %.two ; @cp $< $@
%.two: %.one ; @cp $< $@
