.DELETE_ON_ERROR:
out: ; -@touch out; false
