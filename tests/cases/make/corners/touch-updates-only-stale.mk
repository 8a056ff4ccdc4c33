#: touch src @-10
#: touch new @-5
#: touch old @-20
#: run -t
all: new old
new old: src ; @echo never
