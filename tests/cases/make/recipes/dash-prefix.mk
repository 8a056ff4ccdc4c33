all: ; -false
	- false
	-exit 7
	echo after
