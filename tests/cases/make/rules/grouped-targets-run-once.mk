#: run
#: run
all: a b ; @echo all
a b &: src ; @echo group $@; touch a b
src: ; @touch src
