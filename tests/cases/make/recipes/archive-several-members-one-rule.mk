all: lib.a(x y z)
lib.a(x y z): ; @echo '$@ $%'
