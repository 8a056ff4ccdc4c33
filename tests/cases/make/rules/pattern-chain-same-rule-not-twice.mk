all: a.x.x
%: %.x ; @echo $@ $<
a.x.x.x: ; @echo
