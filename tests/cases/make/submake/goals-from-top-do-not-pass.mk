#: file sub.mk
#| x: ; @echo x
#| y: ; @echo y
#: run y
y: ; @$(MAKE) --no-print-directory -f sub.mk
