.SECONDEXPANSION:
P = a | b
all: $$(P) ; @echo '[$^] [$|]'
a b: ;
