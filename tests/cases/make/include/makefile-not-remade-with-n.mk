#: run -n
#: run -t
#: run -q
#: exec ls
include gen.mk
all: ; @echo $(A)
gen.mk: ; @echo 'A = 1' > $@; echo made
