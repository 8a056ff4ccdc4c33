#: file g.mk
#| ifndef G
#| G := 1
#| N += once
#| endif
include g.mk
include g.mk
all: ; @echo $(N)
