#: touch new @-5
#: touch out phony-out @-10
#: run --trace out missing two phony-out
.PHONY: ph
out: new ; @:
missing: ; @:
two: new out ; @:
phony-out: ph ; @:
