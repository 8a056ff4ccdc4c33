#: run -k -i 2>&1
T := a b c d e f g h i j k
all: $T
a: ; @:; echo 'a\nb\tc\\d\0101\101\x41\e[m|'
b: ; @:; echo -n x; echo -e y; echo "-n" z
c: ; @:; echo 'cut\cno' more; echo next
d: ; @:; printf '%s|%5s|%-5s|%.1s|%05d|%x|%o|%%|\n' a b c def 42 255 8
e: ; @:; printf '%s-%s\n' 1 2 3
f: ; @:; printf '%b|\n' 'a\tb\0101\101' 'c\cd' e
g: ; @:; printf '%d\n' 12x
h: ; @:; printf 'no newline'
i: ; @:; printf '%c%q\n' xyz 'a b'
j: ; @:; printf 'a\0101b\101c\08\n'
k: ; @:; echo; echo ''; echo '' ''; echo "a  b" c   d
