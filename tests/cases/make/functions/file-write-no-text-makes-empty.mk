$(file >out)
$(file >nl,)
all: ; @wc -c out nl
