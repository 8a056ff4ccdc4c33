#: touch x.c
define rule_cc
	$(call cmd,step1)
	$(call cmd,step2)
endef
cmd = @echo '$(1) for $@' $(cmd_$(1))
if_changed_rule = $(if $(strip $?),$(rule_$(1)),@:)
all: x.o
x.o: x.c FORCE ; $(call if_changed_rule,cc)
FORCE:
