#: run
#: run
#: run REL=2
REL = 1
define filechk
	@set -e; { $(filechk_$(1)); } > .$@.tmp; if [ ! -r $@ ] || ! cmp -s $@ .$@.tmp; then echo '  UPD $@'; mv -f .$@.tmp $@; else rm -f .$@.tmp; fi
endef
filechk_release = echo '$(REL)'
all: release.h ; @cat $<
release.h: FORCE
	$(call filechk,release)
FORCE:
