#: run foo
.PHONY: foo
%: ; @echo any $@
