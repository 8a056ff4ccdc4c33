comma := ,
empty :=
space := $(empty) $(empty)
all: ; @echo '$(subst $(space),$(comma),a b c)'
