$(info [$(filter-out %.o a,a b.o c a)] [$(filter-out ,a b)] [$(filter-out %,a b)])
all: ;
