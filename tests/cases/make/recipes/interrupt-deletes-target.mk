#: run 2>&1; echo $?
all: out
out: ; @echo half > out; kill -INT $$PPID; sleep 1
