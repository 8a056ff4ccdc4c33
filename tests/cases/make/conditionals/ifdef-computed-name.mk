N = foo
foo = 1
ifdef $(N)
$(info yes)
endif
ifdef $(N)bar
$(info no)
else
$(info foobar is not)
endif
all: ;
