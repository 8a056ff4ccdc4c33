#: exec printf 'int x;\n' > a.c
#: run --no-print-directory
#: run --no-print-directory
#: run --no-print-directory CFLAGS=-O2
#: run --no-print-directory CFLAGS=-O2
empty :=
space := $(empty) $(empty)
squote := '
pound := \#
escsq = $(subst $(squote),'\$(squote)',$1)
dot-target = $(dir $@).$(notdir $@)
make-cmd = $(call escsq,$(subst $(pound),$$(pound),$(subst $$,$$$$,$(cmd_$(1)))))
cmd-check = $(filter-out $(subst $(space),$(subst s,,$(space))_,$(strip $(savedcmd_$@))),$(subst $(space),$(subst s,,$(space))_,$(strip $(cmd_$1))))
if_changed = $(if $(newer-prereqs)$(cmd-check),@set -e; echo '  CC $@'; $(cmd_$(1)); printf '%s\n' 'savedcmd_$@ := $(make-cmd)' > $(dot-target).cmd, @:)
newer-prereqs = $(filter-out $(PHONY),$?)
cmd_cc = cp $< $@; : $(CFLAGS) 'quoted $$x'
PHONY := FORCE
all: a.o
a.o: a.c FORCE
	$(call if_changed,cc)
-include .a.o.cmd
FORCE:
.PHONY: $(PHONY)
