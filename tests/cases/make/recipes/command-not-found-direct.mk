all: ; nosuchprogram-x
