all:: ; @echo $(.DEFAULT_GOAL)
other: ; @echo
