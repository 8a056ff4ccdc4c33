#: touch a.c
#: run -r --debug=i | sed -n '/^Reading makefiles/,$p' 
all: a.o
%.o: %.s ; @echo s
%.o: %.c ; @echo c
