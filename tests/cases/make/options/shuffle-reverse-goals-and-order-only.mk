#: run --shuffle=reverse x y z
x: a b | c d
y: ; @echo y
z: ; @echo z
a b c d: ; @echo $@
