inc = $1 x
n := $(words $(call inc,$(call inc,$(call inc,))))
all: ; @echo $(n)
