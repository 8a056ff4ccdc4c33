#: touch d/a.c d/e/b.c c.c
rwild = $(foreach f,$(wildcard $1*),$(call rwild,$f/,$2)$(filter $(subst *,%,$2),$f))
all: ; @echo $(call rwild,,*.c)
