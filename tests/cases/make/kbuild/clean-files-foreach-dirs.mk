#: touch d1/a.o d1/b.c d2/c.ko
clean: ; @find . -name '*.o' -o -name '*.ko' | sort | xargs rm -fv | sed "s/'//g"
