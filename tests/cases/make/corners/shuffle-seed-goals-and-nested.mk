#: run --shuffle=9 x y z
x: a b c ; @echo $@
y z: d e ; @echo $@
a b c d e: ; @echo $@
