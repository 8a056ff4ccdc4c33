success = $(if $(shell { $(1); } >/dev/null 2>&1 && echo y),y,n)
all: ; @echo '$(call success,true) $(call success,exit 3) $(call success,echo a | grep -q b)'
