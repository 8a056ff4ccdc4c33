ifeq 'a' 'a' junk
$(info yes)
endif
all: ;
