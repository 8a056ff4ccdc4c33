-include nothere*.mk
include none*.inc
all: ;
