x.o: @FILES@/a.c #env-dep:X=Y

# env-dep:RUSTC_BOOTSTRAP=1
