$(info [$(filter %.c %.s,a.c b.s c.h d.c)] [$(filter a b,a b a c)] [$(filter ,a)] [$(filter %,)] [$(filter a%z,az abz abzz)])
all: ;
