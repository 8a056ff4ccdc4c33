#: run -C nothere
all: ;
