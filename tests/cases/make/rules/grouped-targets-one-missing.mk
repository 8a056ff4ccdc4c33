#: touch a b src
#: exec rm b
all: a b
a b &: src ; @echo group; touch a b
