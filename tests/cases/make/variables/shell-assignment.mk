A != printf 'one\ntwo\n'
B != echo '$$x'; echo $$((1+2))
all: ; @echo '[$(A)]' '[$(value B)]' '$(flavor A)' '$(.SHELLSTATUS)'
