A+=1
A +=2
a+ = plus
all: ; @echo '$(A)' '$(a+)'
