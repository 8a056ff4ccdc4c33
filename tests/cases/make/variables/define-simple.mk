X = 1
define A :=
$(X) line
endef
X = 2
$(info $(A) $(flavor A))
all: ;
