#: touch in
#: run
#: run
all: stamp
stamp: in ; @echo gen; touch out1 out2; touch $@
out1 out2: stamp ;
