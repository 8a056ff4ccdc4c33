#: file in
#| all: ; @echo stdin
#: run -f - -f - < in
x: ;
