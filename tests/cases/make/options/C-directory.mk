#: mkdir d/e
#: file d/Makefile
#| all: ; @echo in $(notdir $(CURDIR))
#: file d/e/Makefile
#| all: ; @echo deep
#: run -C d
#: run -Cd
#: run --directory=d
#: run --directory d -C e
#: run -C d -C e --no-print-directory
#: run -s -C d
all: ; @echo top
