#: run --shuffle=42 --no-print-directory
#: run --shuffle=7
all: ; @echo '$(MAKEFLAGS)'
