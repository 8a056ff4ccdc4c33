#: touch a.h b.h
.SECONDEXPANSION:
all: $$(wildcard *.h) ; @echo '$^'
