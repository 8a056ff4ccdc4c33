#: touch a.c
#: run -r --debug=i | sed -e '1,/^There is NO/d'
all: a.o
%.o: %.s ; @echo s
%.o: %.c ; @echo c
