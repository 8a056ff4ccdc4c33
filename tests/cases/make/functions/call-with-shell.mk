run = $(shell echo $1 $2)
$(info $(call run,a,b))
all: ;
