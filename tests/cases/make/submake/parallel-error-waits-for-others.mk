#: run -j2
all: a b
a: ; @sleep 0.1; echo a fails; false
b: ; @sleep 0.3; echo b finishes
