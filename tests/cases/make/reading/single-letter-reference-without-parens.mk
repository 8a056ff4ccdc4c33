A = 1
AB = 2
all: ; @echo $AB $(AB) ${AB}
