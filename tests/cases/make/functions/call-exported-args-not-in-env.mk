f = $(shell echo "[$$1]")
$(info $(call f,x))
all: ;
