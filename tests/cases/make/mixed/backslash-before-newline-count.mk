A = a\
b
B = a\\
C = a\\\
b
all: ; @echo '$(A)|$(B)|$(C)'
