a\ b: ; @echo '$@' / $(words $@)
