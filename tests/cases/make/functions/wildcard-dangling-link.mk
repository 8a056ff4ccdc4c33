#: exec ln -s nowhere dangling
$(info [$(wildcard dangling)] [$(wildcard dang*)])
all: ;
