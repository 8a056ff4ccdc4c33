#: run M=dir C=1
#: env M=envdir
#: run
ifeq ("$(origin C)", "command line")
  CHECK = $(C)
endif
CHECK ?= 0
ifeq ("$(origin M)", "command line")
  EXTMOD := $(M)
endif
export EXTMOD
all: ; @echo '[$(CHECK)] [$(EXTMOD)]' "[$$EXTMOD]" $(origin M)
