X := $(shell echo one \
   two; echo 'a\
b')
$(info [$(X)])
all: ;
