#: touch mid src
.INTERMEDIATE: mid
all: out ; @echo all
out: mid ; cp mid out
mid: src ; cp src mid
