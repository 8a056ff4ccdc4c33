$(info [$(nosuch a,b)])
nosuch a,b = variable with blanks
all: ; @echo 'end'
