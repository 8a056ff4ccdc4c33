obj-m := hello.o
