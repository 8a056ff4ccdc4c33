#: file sub.mk
#| all: ; @echo ok
#: run -j2 --no-print-directory --jobserver-style=pipe
M = make
all: ; @$(M) -f sub.mk
