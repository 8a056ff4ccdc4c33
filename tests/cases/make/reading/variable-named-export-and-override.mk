export = 1
override = 2
private = 3
unexport = 4
undefine = 5
all: ; @echo '$(export)$(override)$(private)$(unexport)$(undefine)'
