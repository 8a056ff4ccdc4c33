#: touch a.cc b.cpp c.C d.s e.S
#: run -n a.o b.o c.o d.o e.o
all:
