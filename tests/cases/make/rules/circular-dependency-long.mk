a: b ; @echo $@ $^
b: c ; @echo $@ $^
c: a d ; @echo $@ $^
d: ; @echo $@
