#: run -j2
#: run -j 2
#: run --jobs=2
#: run -j
#: run --jobs
all: ; @echo ok
