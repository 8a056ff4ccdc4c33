#: file a.mk
#|
#|
#| include gone.mk
include a.mk
all: ;
