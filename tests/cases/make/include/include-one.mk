#: file a.mk
#| A = from-a
include a.mk
all: ; @echo $(A)
