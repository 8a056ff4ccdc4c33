$(info [$(shell echo hello)] [$(shell printf 'a\nb\n\n\n')] [$(shell printf '  a  ')] [$(shell true)])
all: ;
