#: file a.mk
#| A = 1
   include a.mk
	include a.mk
all: ; @echo $(A)
