#: run -j4
#: touch x.one x.two
all: x.out
%.out: %.one .WAIT %.two ; @echo '$^'
%.one: ; @sleep 0.1; echo $@
%.two: ; @echo $@
