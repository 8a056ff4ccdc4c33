#: touch a.in
#: run -r
.SUFFIXES: .in .out
.in.out: ; @echo '$(CC) $@'
all: a.out
