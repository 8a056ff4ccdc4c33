#: run -w
#: run --print-directory
#: run -w --no-print-directory
#: run --no-print-directory
all: ; @echo all
