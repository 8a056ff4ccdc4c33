#: touch a @-5
#: touch b @-10
#: run --debug=w
#: run --debug=why,print
b: a ; @echo b
