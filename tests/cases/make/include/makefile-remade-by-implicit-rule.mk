#: file inc.mk.in
#| A = 1
include inc.mk
all: ; @echo $(A)
%: %.in ; cp $< $@
