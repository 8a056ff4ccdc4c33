#: touch src
#: run -t
#: run
all: out
out: src ; @echo build
