all	:	one	two
one two	:	; @echo $@
