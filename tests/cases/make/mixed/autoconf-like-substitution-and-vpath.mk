#: file src/Makefile
#| srcdir = ../orig
#| VPATH = $(srcdir)
#| SUFFIXES = .c .o
#| .SUFFIXES:
#| .SUFFIXES: .c .o
#| all: m.o
#| .c.o: ; @echo 'CC $< -o $@'
#: touch orig/m.c
SUBDIRS = src
all: all-recursive
all-recursive: ; @for d in $(SUBDIRS); do (cd $$d && $(MAKE) $(AM_MAKEFLAGS) all) || exit 1; done
