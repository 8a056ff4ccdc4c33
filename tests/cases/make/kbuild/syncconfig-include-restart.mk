#: touch .config
#: run --no-print-directory
#: run --no-print-directory
#: touch .config
#: run --no-print-directory
all: ; @echo 'FOO=$(CONFIG_FOO) [$(MAKE_RESTARTS)]'
-include include/config/auto.conf.cmd
include include/config/auto.conf
$(info read $(words $(MAKEFILE_LIST)))
%/config/auto.conf %/config/auto.conf.cmd %/generated/autoconf.h: .config
	@echo '  SYNC $@'
	@mkdir -p include/config include/generated; echo 'CONFIG_FOO=y' > include/config/auto.conf; echo 'dummy.conf: ;' > include/config/auto.conf.cmd; touch include/generated/autoconf.h
