#: touch s/clean
VPATH = s
.PHONY: clean
all: clean
clean: ; @echo '$@'
