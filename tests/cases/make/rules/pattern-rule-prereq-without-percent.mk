#: touch common
all: a.o
%.o: common ; @echo $@ $<
