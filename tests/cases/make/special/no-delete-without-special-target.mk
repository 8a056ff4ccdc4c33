out: ; @touch out; false
