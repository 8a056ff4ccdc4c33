all: dir/lib1.a
lib%.a: %.x ; @echo '$@ $< $*'
dir/1.x: ; @echo $@
