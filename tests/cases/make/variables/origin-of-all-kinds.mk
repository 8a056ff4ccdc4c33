#: env ENV=1
#: env BOTH=1
#: run CMD=1
FILE = 1
override OVR = 1
BOTH = 2
$(foreach v,ENV CMD FILE OVR BOTH NOPE CC MAKE MAKEFLAGS @ < CURDIR SHELL MAKEFILE_LIST .VARIABLES PATH MAKELEVEL,$(info $v=$(origin $v)))
all: ;
