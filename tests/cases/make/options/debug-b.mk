#: touch a.c
#: run -d=b >/dev/null 2>&1; echo $?
#: run --debug=b | grep -v '^[^ ].*Copyright\|^License\|^This is\|^Built\|^GNU\|^There'
all: a.o ; @echo all
a.o: a.c ; @echo a.o
