ifdef A
else ifdef B
else
else ifdef C
endif
all: ;
