#: touch a @5000
#: touch b
b: a ; @echo build
