a(b) = 1
all: ; @echo '$(a(b))'
