A = $(foo
all: ; @echo $(A)
