#: run -k -i >log 2>&1; cat log
#: run -k -i -Otarget 2>&1
#: run -k -i -j1 -Oline 2>&1
all: a b
a: ; echo 1; echo 2 >&2; sh -c 'echo 3; echo 4 >&2'; printf 5; echo 6
b:
	echo x; echo y >&2
	@echo z; $(info made by make)echo w
