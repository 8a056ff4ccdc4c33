#: exec touch -d @0 a; touch -d @1 b
b: a ; @echo never
