a1 = x
a2 = $(a1)$(a1)
a3 = $(a2)$(a2)
a4 = $(a3)$(a3)
a5 = $(a4)$(a4)
all: ; @echo $(subst $(a2),$(words $(a3) $(a4)),$(a5))
