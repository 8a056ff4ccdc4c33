#: touch all a
#: run
#: run -B
#: run --always-make
all: a ; @echo all '$?'
a: ; @echo a
