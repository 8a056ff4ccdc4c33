.SECONDEXPANSION:
main_OBJS = m.o
lib_OBJS = l.o
all: main lib
main lib: $$($$@_OBJS) ; @echo '$@ $^'
m.o l.o: ; @echo $@
