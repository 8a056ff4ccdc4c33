#: run >&- 2>err; echo $?; cat err
all: ; @true
$(info x)
