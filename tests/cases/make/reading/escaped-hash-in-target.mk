a\#b: ; @echo '$@'
