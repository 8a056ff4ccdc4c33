.PHONY: all clean
.SILENT: all
.IGNORE: clean
all: clean ; echo all
clean: ; false
