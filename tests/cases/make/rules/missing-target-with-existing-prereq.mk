#: touch a
#: run
#: run
out: a ; @echo build; cp a out
