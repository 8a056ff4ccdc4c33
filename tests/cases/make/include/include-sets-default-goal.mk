#: file a.mk
#| inc: ; @echo inc
include a.mk
all: ; @echo all
