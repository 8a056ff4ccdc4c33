.SILENT: a
all: a b
a b: ; echo $@
