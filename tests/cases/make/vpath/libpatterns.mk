#: touch d/foo.lib
.LIBPATTERNS = %.lib lib%.q
VPATH = d
all: -lfoo ; @echo '$^'
