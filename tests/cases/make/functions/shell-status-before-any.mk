$(info [$(.SHELLSTATUS)] $(origin .SHELLSTATUS))
all: ;
