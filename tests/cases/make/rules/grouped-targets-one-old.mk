#: touch src @-10
#: touch a @-5
#: touch b @-20
all: a b
a b &: src ; @echo group $@ '$?'; touch a b
