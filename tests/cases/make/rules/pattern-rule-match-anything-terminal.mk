#: touch x.in
all: x
%:: %.in ; @echo $@ $<
%.in: %.inin ; @echo never
