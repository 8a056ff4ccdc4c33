a:=b
c::=d
e:::=f
g?=h
i+=j
all: ; @echo $(a)$(c)$(e)$(g)$(i)
