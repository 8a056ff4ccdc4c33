#: run -l 1000
#: run --load-average=1000
#: run -l
#: run --max-load
all: ; @echo ok
