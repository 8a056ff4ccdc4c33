#: env ENV=1
#: run CMD=1
ifdef ENV
$(info ENV)
endif
ifdef CMD
$(info CMD)
endif
all: ;
