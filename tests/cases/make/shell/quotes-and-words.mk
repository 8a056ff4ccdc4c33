#: file two words
#| x
#: run -k -i 2>&1
export V := a  b
export EMPTY :=
export GLOB := *
T := a b c d e f g h i j k l
all: $T
a: ; @:; printf '<%s>' $$V "$$V" '$$V' x$$V"y"$$EMPTY $$EMPTY "" ''; echo
b: ; @:; printf '<%s>' $${V%b} $${V#a} "$${V##*a}" $${EMPTY:-none} $${EMPTY-none} $${UNSET-none} $${V:+alt}; echo
c: ; @:; echo a\ b "c\"d" 'e"f' \\ "\\" "\a" '\a' \'
d: ; @:; echo *.nothing \* "*" '?' [ ] [a {} { }
e: ; @:; echo * | sort
f: ; @:; echo $$GLOB
g: ; @:; echo "$$GLOB"
h: ; @:; echo ~root "~" x~ a=~
i: ; @:; echo `echo sub` $$(echo sub) $$((1+1))
j: ; @:; echo a#b # c
k: ; @:; cat 'two words' two\ words "two words"
l: ; @:; echo "$$" $$ "a$$" $$,
