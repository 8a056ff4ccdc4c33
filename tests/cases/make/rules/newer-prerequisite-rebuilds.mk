#: touch a @-10
#: touch all @-20
#: run
#: run
all: a ; @echo build; touch $@
