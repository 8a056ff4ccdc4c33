#: file vers
#| 6.12.1
empty :=
newline := $(empty)$(empty)
read-file = $(subst $(newline),$(space),$(file < $1))
KERNELRELEASE = $(call read-file, vers)
all: ; @echo '[$(KERNELRELEASE)]'
