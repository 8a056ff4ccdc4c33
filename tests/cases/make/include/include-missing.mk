include nothere.mk
all: ;
