#: run -j2
all: a b
a: ; @sleep 0.1; exit 2
b: ; @sleep 0.3; touch b
