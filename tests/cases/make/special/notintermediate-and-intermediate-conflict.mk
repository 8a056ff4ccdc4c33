.NOTINTERMEDIATE: mid
.INTERMEDIATE: mid
all: mid ; @echo all
mid: ; touch mid
