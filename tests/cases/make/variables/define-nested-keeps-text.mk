define outer
before
define inner =
  text
  endef
after
endef
$(info $(value outer))
all: ;
