#: touch libx.a
.LIBPATTERNS = nopercent lib%.a
all: -lx ; @echo '$^'
