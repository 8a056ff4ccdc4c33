#: run -O
#: run -Orecurse -j2
#: run --output-sync=none
all: ; @echo '$(MAKEFLAGS)' | sed 's/--jobserver-auth=[^ ]*/JS/'
