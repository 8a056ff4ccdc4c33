#: touch x.in
all: x
%: %.in ; @echo from $< to $@
