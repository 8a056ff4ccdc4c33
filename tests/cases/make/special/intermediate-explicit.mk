.INTERMEDIATE: mid
all: out
out: mid ; cp mid out
mid: ; echo mid > mid
