#: env GNUMAKEFLAGS=-k --no-print-directory
all: ; @echo '$(MAKEFLAGS)' '[$(GNUMAKEFLAGS)]' "[$$GNUMAKEFLAGS]"
