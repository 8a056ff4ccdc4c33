#: run -s
#: run -k --silent
#: run M=silly
ifeq ($(findstring s,$(firstword -$(MAKEFLAGS))),s)
$(info silent)
else
$(info loud)
endif
all: ;
