a: a ; @echo a
