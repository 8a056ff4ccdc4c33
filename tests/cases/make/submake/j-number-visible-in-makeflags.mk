#: run -j3 --jobserver-style=pipe
#: run -j1
all: ; @echo '$(MAKEFLAGS)' | sed 's/--jobserver-auth=[^ ]*/AUTH/'
