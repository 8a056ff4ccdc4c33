all: ; $(eval late: dep)@echo
dep: ;
