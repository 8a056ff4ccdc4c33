reverse = $(let first rest,$1,$(if $(rest),$(call reverse,$(rest)) )$(first))
$(info [$(call reverse,a b c d)])
all: ;
