#: run --jobserver-style=what -j2
all: ; @echo ok
