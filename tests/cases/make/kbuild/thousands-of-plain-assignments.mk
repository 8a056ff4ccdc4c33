#: exec awk 'BEGIN { print "# Automatically generated file; DO NOT EDIT."; for (i = 0; i < 1500; i++) printf "CONFIG_OPTION_%d=%s\n", i, i % 3 == 0 ? "y" : i % 3 == 1 ? "\"text $(NAME) " i "\"" : i; print ""; print "SHELL_OF_ALL=/bin/sh"; print "CC=other"; print "FROM_HERE = not plain" > "last"; print "MAKEFLAGS=-s" > "last" }' >auto.conf; sleep 0.1
#: file plain.mk
#| include auto.conf
#| all:
#: file below.mk
#| include auto.conf
#| CONFIG_OPTION_5 += below
#| all: ; @echo 'below: $(CONFIG_OPTION_5) $(CONFIG_OPTION_6) $(origin CONFIG_OPTION_8) $(CONFIG_OPTION_8)'
#: run
#: run CONFIG_OPTION_7=told
#: env CONFIG_OPTION_8=environment
#: run
#: run -e
#: run -R
#: run order
#: run -p -f plain.mk | sed -n '/CONFIG_OPTION_1[0-9]* /p;/^# .*auto.conf.* line 1[0-9])/p'
#: run exported
NAME = named
CONFIG_OPTION_2 := before
CONFIG_OPTION_3 ?= before
ifeq ($(filter order exported,$(MAKECMDGOALS)),order)
include auto.conf
$(info $(words $(.VARIABLES)) $(filter CONFIG_OPTION_12%,$(.VARIABLES)))
undefine CONFIG_OPTION_120
$(info $(words $(.VARIABLES)) $(filter CONFIG_OPTION_12%,$(.VARIABLES)) $(flavor CONFIG_OPTION_120))
include auto.conf
$(info $(words $(.VARIABLES)) $(filter CONFIG_OPTION_12%,$(.VARIABLES)) $(flavor CONFIG_OPTION_120))
order: ; @:
else ifeq ($(MAKECMDGOALS),exported)
export
include auto.conf
exported: ; @env | grep CONFIG_OPTION_9.*= | sort
else
include auto.conf
CONFIG_OPTION_4 += more
CONFIG_OPTION_6 ?= later
override CONFIG_OPTION_7 += overridden
export CONFIG_OPTION_1
$(foreach n,0 1 2 3 4 5 6 7 8 1499 1500,$(info $n [$(CONFIG_OPTION_$n)] $(value CONFIG_OPTION_$n) $(origin CONFIG_OPTION_$n) $(flavor CONFIG_OPTION_$n)))
undefine CONFIG_OPTION_9
ifdef CONFIG_OPTION_9
$(info still there)
endif
CONFIG_OPTION_9 ?= again
all: CONFIG_OPTION_10 += target
all: CONFIG_OPTION_11 := $(CONFIG_OPTION_11)-target
all: NAME = target
all:
	@echo '$(CONFIG_OPTION_9) $(CONFIG_OPTION_10) $(CONFIG_OPTION_11) $(CONFIG_OPTION_13) $(CC) $(origin CC)'; echo "$$CONFIG_OPTION_1 $$CONFIG_OPTION_8 $$CONFIG_OPTION_4"
	@$(MAKE) --no-print-directory -f below.mk; $(MAKE) --no-print-directory -f below.mk CONFIG_OPTION_5=told
endif
include last
