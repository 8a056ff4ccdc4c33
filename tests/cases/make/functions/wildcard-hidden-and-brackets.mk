#: touch .hid x1 x2 x-
$(info [$(wildcard *)] [$(wildcard .h*)] [$(wildcard x[0-9])] [$(wildcard x[!12])])
all: ;
