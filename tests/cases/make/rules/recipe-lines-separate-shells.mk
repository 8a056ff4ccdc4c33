all:
	@cd / ; X=1
	@echo "[$$X] $$(basename $$(pwd))"
