all: ;
endif
