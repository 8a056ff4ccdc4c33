#: exec awk 'BEGIN { printf "deps :="; for (i = 0; i < 300; i++) printf " \\\n some/way/to/the/header-%d.h", i; print "" }' >list.mk
#: file first.mk
#| include list.mk
#| $(deps):
#| 	@echo $@
#: file missing.mk
#| include list.mk
#| x: $(deps)
#| 	@echo x
#: file second.mk
#| .SECONDEXPANSION:
#| include list.mk
#| x: $(deps)
#| x: $$(deps)
#| 	@echo '$(words $+) $(words $^)'
#| $(deps):
#: file twice.mk
#| include list.mk
#| deps += more
#| x y&: $(deps)
#| 	@echo '$@ $(words $^)'
#| $(deps):: ; @echo '$(@F)' | grep -- '-29.*h'; :
#| $(deps)::
#| more:
#: file told.mk
#| include list.mk
#| x: $(deps) ; @echo '$^'
#| $(deps):
#: file exported.mk
#| include list.mk
#| export deps
#| $(deps): way := one
#| x: $(deps)
#| 	@echo "$$deps" | cksum; $(MAKE) -f below.mk
#| $(deps): ; @case $@ in *-7.h) echo $(way) $@ ;; esac
#: file below.mk
#| all: ; @echo '$(words $(deps)) $(origin deps)'
#: run
#: run -f first.mk
#: run -f missing.mk
#: run -f second.mk
#: run -f twice.mk
#: run -f told.mk deps=few
#: run -f exported.mk
include list.mk
all: | $(deps)
	@echo '$(words $|) $(words $^) $(filter-out %9.h,$|)' | cksum
$(deps): one.% : two.%
$(deps):
