#: touch a @-5
#: touch out @-10
#: touch b @-20
out: a b ; @echo '$? | $^'
