$(info [$(guile (+ 1 2))])
all: ;
