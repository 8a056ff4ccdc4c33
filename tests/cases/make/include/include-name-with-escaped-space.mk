#: exec printf '$(info spaced)\n' > 'a b.mk'
include a\ b.mk
all: ;
