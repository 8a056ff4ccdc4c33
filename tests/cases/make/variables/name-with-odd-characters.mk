a-b = 1
a.b = 2
a/b = 3
a@b = 4
a,b = 5
a+b = 6
a%b = 7
all: ; @echo $(a-b)$(a.b)$(a/b)$(a@b)$(a,b)$(a+b)$(a%b)
