all: a b
a: .EXTRA_PREREQS = x
a: ; @echo 'a [$^] [$+] [$?] [$<]'
b: ; @echo b
x: ; @echo x
