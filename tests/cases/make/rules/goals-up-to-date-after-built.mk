#: run a b
a: b ; @echo a
b: ; @echo b; touch b
