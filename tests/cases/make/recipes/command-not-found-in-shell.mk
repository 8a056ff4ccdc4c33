all: ; nosuchprogram-x; true
	nosuchprogram-y | cat
	nosuchprogram-z 2>&1
