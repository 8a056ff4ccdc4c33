.ONESHELL:
SHELL = /usr/bin/perl
.SHELLFLAGS = -e
all:
	@my $$x = "perl";
	@y = (1,2);
	print "$$x @y\n";
