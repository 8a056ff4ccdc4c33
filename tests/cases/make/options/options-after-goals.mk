#: run all -n other
all other: ; @echo $@
