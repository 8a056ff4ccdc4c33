ifndef KSRC
  KSRC := /lib/modules/$(shell uname -r)/build
endif
