all: ; $(eval X := from recipe)@echo $(X)
