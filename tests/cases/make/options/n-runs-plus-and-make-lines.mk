#: mkdir s
#: file s/Makefile
#| all: ; echo sub
#: run -n
all:
	echo before
	$(MAKE) -C s
	+echo plus
	echo after
