all: a b c ; @echo 'list: $(list)'
a b c: ; $(eval list += $@)@echo seen '$(list)'
