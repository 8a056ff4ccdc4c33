A := $(file >,text)
all: ;
