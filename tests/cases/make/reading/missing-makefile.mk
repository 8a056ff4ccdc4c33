#: as other.mk
all: ;
