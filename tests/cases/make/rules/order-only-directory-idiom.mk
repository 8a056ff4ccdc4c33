#: run
#: run
out/a: src | out ; cp src $@
out: ; mkdir out
src: ; touch src
