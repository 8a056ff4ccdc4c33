#: file sub.mk
#| all: ; @echo '$(MAKEFLAGS)' | sed 's/--jobserver-auth=[^ ]*/AUTH/'
#: run -j3 --no-print-directory --jobserver-style=pipe
all: ; @$(MAKE) -f sub.mk
