A = 1
all:
	@echo start
ifdef A
	@echo A is set
else
	@echo A is not set
endif
	@echo end
