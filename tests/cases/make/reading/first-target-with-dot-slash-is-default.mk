./x: ; @echo $@
y: ; @echo y
