a\:b: ; @echo '$@'
