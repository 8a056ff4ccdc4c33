#: touch b @-10
#: touch a @-20
#: run -n
all: a ; echo all
a: b ; touch a
