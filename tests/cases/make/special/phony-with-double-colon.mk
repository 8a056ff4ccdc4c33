#: touch t
.PHONY: t
t:: ; @echo 1
t:: ; @echo 2
