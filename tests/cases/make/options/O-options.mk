#: run -O
#: run -Oline
#: run -Otarget
#: run -Orecurse
#: run -Onone
#: run --output-sync
#: run --output-sync=line
#: run -Obad
all: ; @echo ok
