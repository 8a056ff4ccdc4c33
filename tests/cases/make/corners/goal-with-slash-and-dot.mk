#: run ./all all ././all
all: ; @echo $@
