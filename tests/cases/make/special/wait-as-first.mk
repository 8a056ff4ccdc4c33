all: .WAIT a .WAIT ; @echo '$^'
a: ; @echo $@
