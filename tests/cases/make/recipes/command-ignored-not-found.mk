all: ; -nosuchprogram-x
	@echo after
