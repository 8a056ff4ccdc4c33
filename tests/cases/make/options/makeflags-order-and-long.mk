#: run -B -I x -i -e -l 3 --debug=b -n 2>&1 | grep MFL
all: ; +@echo 'MFL $(MAKEFLAGS)'
