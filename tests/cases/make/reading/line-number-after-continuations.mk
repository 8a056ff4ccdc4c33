A = 1 \
 2 \
 3
$(info at 4)
$(warning here)
all:
	@echo a \
	   b
	@false
