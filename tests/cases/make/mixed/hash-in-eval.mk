$(eval V = a # comment)
$(eval W = a\#b)
all: ; @echo '[$(V)] [$(W)]'
