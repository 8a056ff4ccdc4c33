a%: F = first
%b: F = second
all: ab
ab: ; @echo $(F)
