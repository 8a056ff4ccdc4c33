#: run --shuffle=reverse
#: run --shuffle=1
all: ; @false
