X = late
A != echo '$$(X)'
all: ; @echo '$(A)' '$(value A)'
