$(info before)
$(error stop here, $(CURDIR:%=now))
all: ;
