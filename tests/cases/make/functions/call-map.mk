map = $(foreach a,$2,$(call $1,$a))
up = <$1>
$(info $(call map,up,x y z))
all: ;
