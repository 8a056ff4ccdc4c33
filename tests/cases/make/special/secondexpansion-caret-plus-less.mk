.SECONDEXPANSION:
foo: a b a $$< ; @echo '1 $^'
foo: c $$^ ; @echo never
bar: a b a
bar: $$(addsuffix .q,$$^ $$+ $$<)
all: foo bar
a b c: ;
%.q: ; @echo $@
.DEFAULT_GOAL = all
