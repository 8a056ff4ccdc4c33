A = 1
ifdef   A   # comment
$(info yes)
endif # comment
all: ;
