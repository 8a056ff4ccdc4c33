ifdef A
else junk
$(info yes)
endif
all: ;
