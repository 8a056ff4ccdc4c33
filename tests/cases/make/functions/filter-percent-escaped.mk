$(info [$(filter a\%b,a%b axb)] [$(filter \%,% x)])
all: ;
