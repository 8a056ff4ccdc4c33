#: file sub.mk
#| all: ; @echo $(MAKELEVEL)
all: ; @echo $$MAKELEVEL; env MAKELEVEL=0 make --no-print-directory -f sub.mk
