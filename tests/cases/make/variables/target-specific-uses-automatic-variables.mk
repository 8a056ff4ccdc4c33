all: A = <$@|$^>
all: one ; @echo '$(A)'
one: ; @echo '$(A)'
