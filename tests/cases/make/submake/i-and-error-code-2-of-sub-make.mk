#: file sub.mk
#| all: ; @false
#: run -i --no-print-directory
all: ; @$(MAKE) -f sub.mk; echo code $$?
