all: foo
%: ; @echo anything $@
