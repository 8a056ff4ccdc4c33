#: touch Makefile.in @-10
all: ; @echo all [$(MAKE_RESTARTS)]
Makefile: Makefile.in
	@echo remaking $@
	@sed 's/ all / new /' $@ > $@.t; mv $@.t $@
