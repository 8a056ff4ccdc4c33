#: exec ln -s loop2 loop1; ln -s loop1 loop2
all: loop1 ; @echo all
