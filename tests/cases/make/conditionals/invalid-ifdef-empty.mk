ifdef
endif
all: ;
