#: run 2>&1; echo $?
all: out
out: ; @echo half > out; kill -TERM $$PPID; sleep 1
