define A
# not a comment
  two blanks
	tab
endef
$(info $(A))
all: ;
