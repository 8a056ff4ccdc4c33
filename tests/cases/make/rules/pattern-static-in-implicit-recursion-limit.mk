all: a
%: %x ; @echo $@
