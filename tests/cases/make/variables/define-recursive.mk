X = 1
define A
$(X) line
second
endef
X = 2
$(info $(A))
$(info $(flavor A))
all: ;
