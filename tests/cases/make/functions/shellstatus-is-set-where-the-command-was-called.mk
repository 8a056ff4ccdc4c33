# .SHELLSTATUS belongs to the variables of the call, the loop or the target in which the command was called
f = [$(shell exit $(1))$(.SHELLSTATUS)]
g = $(f)
$(info a:$(call f,3):$(.SHELLSTATUS))
$(info b:$(shell exit 4):$(.SHELLSTATUS))
$(info c:$(call f,5):$(.SHELLSTATUS))
$(info d:$(foreach x,1 2,$(shell exit $(x))$(.SHELLSTATUS)):$(.SHELLSTATUS))
$(info e:$(let x,6,$(shell exit $(x))$(.SHELLSTATUS)):$(.SHELLSTATUS))
$(info f:$(call g,7):$(.SHELLSTATUS))
$(info g:$(eval X != exit 8)$(.SHELLSTATUS))
$(info h:$(call f,$(shell exit 9)):$(.SHELLSTATUS))
$(info i:$(origin .SHELLSTATUS) $(flavor .SHELLSTATUS))
h = $(shell exit 2)$(eval Y := $$(shell exit 3))$(.SHELLSTATUS)
$(info j:$(call h):$(.SHELLSTATUS))
k = $(eval Y != exit 12)$(.SHELLSTATUS)
$(info k:$(call k):$(.SHELLSTATUS))
all: a b
	@echo all $(.SHELLSTATUS)
a: ; @echo a $(shell exit 10)$(.SHELLSTATUS)
b: T := $(shell exit 11)$(.SHELLSTATUS)
b: c
	@echo b $(.SHELLSTATUS) $(T)
c: ; @echo c $(.SHELLSTATUS) $(shell exit 13)$(.SHELLSTATUS)
$(info l:$(.SHELLSTATUS))
