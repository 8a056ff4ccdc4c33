Q = @
I = -
all:
	$(Q)echo quiet
	$(I)false
	$(Q)$(I)false
	$(empty)@echo after empty
