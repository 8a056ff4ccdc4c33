#: run d/x.i
#: touch d/x.c
build-target = $(basename $@)
%.i: FORCE ; @echo 'preprocess $*.c stem $(*F) dir $(*D)'
FORCE:
