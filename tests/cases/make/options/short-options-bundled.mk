#: run -kns
#: run -nw --no-print-directory
all: ; echo all
