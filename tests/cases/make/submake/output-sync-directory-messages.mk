#: file s/Makefile
#| all: x y
#| x: ; @echo x
#| y: x ; @echo y
#: run -j2 -Otarget
all: ; @$(MAKE) -C s
