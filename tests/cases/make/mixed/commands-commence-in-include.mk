#: file a.mk
#| 	echo hi
all: ; @echo all
include a.mk
