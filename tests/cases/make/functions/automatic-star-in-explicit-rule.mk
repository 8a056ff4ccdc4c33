a.c: ; @echo '[$*]'
all: a.c foo.bar
foo.bar: ; @echo '[$*]'
.DEFAULT_GOAL = all
