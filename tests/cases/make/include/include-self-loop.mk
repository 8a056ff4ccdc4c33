#: file loop.mk
#| N += x
#| ifneq ($(words $(N)),4)
#| include loop.mk
#| endif
include loop.mk
all: ; @echo $(N)
