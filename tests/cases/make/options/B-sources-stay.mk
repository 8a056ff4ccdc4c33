#: touch src
#: run -B
all: src ; @echo '$?'
