#: exec printf 'A = home\n' > ~/h.mk
include ~/h.mk
all: ; @echo $(A)
