#: touch include/config/A
deps := \
  a.h \
    $(wildcard include/config/A) \
    $(wildcard include/config/B) \
  b.h \

x.o: $(deps) ; @echo '$^'
$(deps):
