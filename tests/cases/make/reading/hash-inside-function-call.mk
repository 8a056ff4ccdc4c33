A = $(subst a,#,banana)
B := $(subst a,\#,banana)
H := \#
C := $(subst a,$(H),banana)
all: ; @echo '$(B)' '$(C)'
