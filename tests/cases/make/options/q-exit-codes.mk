#: touch src @-10
#: touch up
#: touch src
#: run -q up
#: run -q old
#: run --question missing
#: touch old @-500
up: ; @echo never
old: src ; @echo never
missing: nothere ; @echo never
