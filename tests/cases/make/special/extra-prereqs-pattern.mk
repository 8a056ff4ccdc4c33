#: touch a.c
all: a.o
%.o: .EXTRA_PREREQS := cc.sh
%.o: %.c ; @echo '$@ $^'
cc.sh: ; @echo $@
