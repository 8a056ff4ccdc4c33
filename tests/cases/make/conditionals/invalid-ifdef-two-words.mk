ifdef A B
endif
all: ;
