#: run V=cmd
$(eval override V := file)
$(eval export W := exported)
all: ; @echo $(V) "$$W"
