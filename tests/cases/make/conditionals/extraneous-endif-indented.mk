endif
endif
all: ;
