#: env bad-name=1
#: env SHLVL=4
#: env PS1=x
#: run -k -i 2>&1
export B := 2
export A := 1
T := a b c d e f
all: $T
# A shell gives its programs the variables in an order of its own.
a: ; @:; env | grep -v -e ^_= -e MAKE
b: ; @A=x C=y env | grep '^[ABC]='; echo $$A $$C
c: ; @A=changed; env | grep ^A=; D=own; env | grep ^D=; echo $$D
d: ; @:; (A=sub; env | grep ^A=); echo $$A
e: ; @for A in p q; do env | grep ^A=; done
f: ; @:; echo $$PS1 $$OPTIND; [ -n "$$PPID" ] && echo parent
