#: run -k -i 2>&1; ls
T := a b c d
all: $T
a: ; @set -e; trap 'rm -f $@; trap - HUP; kill -s HUP $$$$' HUP; trap 'rm -f $@; trap - INT; kill -s INT $$$$' INT; echo x > $@
b: ; @trap 'rm -f tmp1 tmp2' EXIT; echo x >tmp1; echo y >tmp2; cat tmp1 tmp2; exit 3
c: ; @(trap 'rm -f tmp3' EXIT; echo x >tmp3; cat tmp3); ls tmp3
d: ; @trap 'rm -f tmp4' EXIT; trap - EXIT; echo x >tmp4
