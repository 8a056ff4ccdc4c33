#: run
#: run V=1
#: run V=0
#: run -s
ifeq ("$(origin V)", "command line")
  KBUILD_VERBOSE = $(V)
endif
quiet := quiet_
Q := @
ifneq ($(findstring 1, $(KBUILD_VERBOSE)),)
quiet :=
Q :=
endif
ifneq ($(findstring s,$(firstword -$(MAKEFLAGS))),)
quiet := silent_
endif
echo-cmd = $(if $($(quiet)cmd_$(1)),echo '  $(subst ','\'',$($(quiet)cmd_$(1)))';)
cmd = @$(echo-cmd) $(cmd_$(1))
quiet_cmd_gen = GEN     $@
      cmd_gen = echo 'text' > $@
all: out
out: FORCE ; $(call cmd,gen)
FORCE:
