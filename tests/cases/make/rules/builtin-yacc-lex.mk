#: touch a.y b.l
#: run -n a.c b.c
all:
