include a.mk
all: ; @echo $(A) $(B) [$(MAKE_RESTARTS)]
a.mk: ; @printf 'A = a\ninclude b.mk\n' > $@; echo making $@
b.mk: ; @printf 'B = b\n' > $@; echo making $@
