#: sort
#: exec ulimit -n 32; make -j60
#: run -j60
all: $(foreach i,1 2 3 4 5,$(i)0 $(i)1 $(i)2 $(i)3 $(i)4 $(i)5 $(i)6 $(i)7)
%: ; @sleep 0.5 | cat; echo $*
