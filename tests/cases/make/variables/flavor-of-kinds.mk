A = 1
B := 1
define C
endef
all: ; @echo $(foreach v,A B C D CC MAKE CURDIR MAKEFLAGS SHELL @ ^ PATH,$v=$(flavor $v))
