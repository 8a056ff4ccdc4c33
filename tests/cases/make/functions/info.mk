$(info )
$(info   leading kept)
$(info a,b)
all: ; $(info in recipe)@echo x
