E =
all:
	$(E)
	@
	-
	  $(E)
	@echo end
