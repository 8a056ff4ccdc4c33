	# only a comment
all: ; @echo ok
