#: touch a.t b.t
all: *.t ; @echo '$^'
a.t b.t: FORCE ; @echo $@
FORCE:
