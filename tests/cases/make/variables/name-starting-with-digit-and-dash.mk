1x = one
-y = two
all: ; @echo $(1x) $(-y)
