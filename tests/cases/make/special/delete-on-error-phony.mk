.DELETE_ON_ERROR:
.PHONY: out
out: ; @touch out; false
