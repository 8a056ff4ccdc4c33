#: run
#: exec rm out
#: run
all: out
-include .out.cmd
out: FORCE ; @$(if $(or $(filter-out $(saved),cmdline),$(if $(wildcard $@),,x)),echo rebuild; echo x > $@; echo 'saved := cmdline' > .out.cmd,:)
FORCE:
