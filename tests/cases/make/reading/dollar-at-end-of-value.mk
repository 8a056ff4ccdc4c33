A = cost 5$
B = x$
all: ; @printf '%s\n' '$(A)' '$(B)'
