#: run -rRpn | grep -A1 '^A \|^B \|^define C' 
A = $(B) x
B := y
define C
line1
line2
endef
all: ;
