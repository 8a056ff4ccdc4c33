.INTERMEDIATE: mid
all: a b
a b: mid ; cp mid $@
mid: ; echo mid > mid
