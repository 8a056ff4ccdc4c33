#: touch a.one b.one
#: run -k
all: a.three b.three
%.three: %.two ; @test $* = b; cp $< $@
%.two: %.one ; cp $< $@
