#: mkdir d
-include d
all: ; @echo ok
