#: file sub.mk
#| $(info $(A))
#| all: ;
define A
l1
l2 $$x
endef
export A
all: ; @$(MAKE) --no-print-directory -f sub.mk
