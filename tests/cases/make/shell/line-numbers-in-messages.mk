#: run -k -i 2>&1
all: a b c
a: ; @:;\
 nosuchprogram
b: ; @: "\
 "; : \
 ; echo <missing; nosuch; \
 : && nosuch2 \
   x
define lines
: ; nosuch3
: ; nosuch4
endef
c: ; @$(lines)
