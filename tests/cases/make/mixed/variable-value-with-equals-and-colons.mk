A = b=c:d:=e
all: ; @echo '$(A)'
