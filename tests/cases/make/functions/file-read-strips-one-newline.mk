#: exec printf 'a\n\n' > in
$(info [$(file <in)])
all: ;
