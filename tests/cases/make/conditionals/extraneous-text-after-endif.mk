ifdef A
endif junk
all: ; @echo ok
