E =
$(E) = 1
all: ;
