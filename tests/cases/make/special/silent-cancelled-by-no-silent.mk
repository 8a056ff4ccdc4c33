#: run --no-silent
#: run -s --no-silent
#: run --no-silent -s
.SILENT:
all: ; echo text
