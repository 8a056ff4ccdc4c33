#: touch out
.PHONY: force
out: force ; @echo out $?
