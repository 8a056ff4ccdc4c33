#: file sub.mk
#| all: ; @printf '%s\n' '$(X)' '$(Y)' '$(Z)'
#: run --no-print-directory 'X=a  b' 'Y=$$x # y' 'Z=q\ "z"'
all: ; @$(MAKE) -f sub.mk
