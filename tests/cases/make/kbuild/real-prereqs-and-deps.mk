#: touch a b c
PHONY := FORCE
real-prereqs = $(filter-out $(PHONY), $^)
newer-prereqs = $(filter-out $(PHONY),$?)
all: a b c FORCE ; @echo '$(real-prereqs)|$(newer-prereqs)'
FORCE:
