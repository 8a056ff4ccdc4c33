#: touch e.S
#: run -n e.s
all:
