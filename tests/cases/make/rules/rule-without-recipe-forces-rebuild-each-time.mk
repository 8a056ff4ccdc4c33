#: run
#: run
all: FORCE ; @echo all $?
FORCE:
