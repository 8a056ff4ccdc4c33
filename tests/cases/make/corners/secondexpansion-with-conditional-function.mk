.SECONDEXPANSION:
W = b
a b: $$(if $$(filter $$@,$$(W)),extra) ; @echo '$@ [$^]'
extra: ; @echo extra
all: a b
.DEFAULT_GOAL = all
