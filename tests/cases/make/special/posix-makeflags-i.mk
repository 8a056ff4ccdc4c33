#: run -i
.POSIX:
all: ; @false
	@echo after
