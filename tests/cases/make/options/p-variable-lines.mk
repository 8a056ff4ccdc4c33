#: run -rRpn | grep '^A '
#: run -rRpn | grep -A3 '^define C'
A = $(B) x
B := y
define C
line1
line2
endef
all: ;
