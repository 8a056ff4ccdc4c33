N = foo
define $(N)bar
x
endef
$(info $(foobar))
all: ;
