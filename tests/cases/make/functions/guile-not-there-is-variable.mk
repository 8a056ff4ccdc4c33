#: gap oot says that guile is not supported; make without it takes the call for an empty variable
$(info [$(guile (+ 1 2))])
all: ;
