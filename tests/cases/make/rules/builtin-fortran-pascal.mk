#: touch a.f b.F c.p
#: run -n a.o b.o c.o
all:
