#: run -l x
#: run --load-average=abc 2>&1 | head -n 1
all: ; @echo ok
