#: touch out
#: run 2>&1; echo $?
all: out force
out: force ; @kill -INT $$PPID; sleep 1
force:
