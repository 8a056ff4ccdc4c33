count = $(if $(word $1,x x x),x $(call count,$(words $(wordlist 2,$1,a b c d e f))))
all: ; @echo $(call count,3)
