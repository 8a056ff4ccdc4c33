#: run -e
#: run
MAKEFLAGS += -k --trace -I/usr
$(info $(MAKEFLAGS) $(origin MAKEFLAGS))
all: ; @echo $(MAKEFLAGS)
