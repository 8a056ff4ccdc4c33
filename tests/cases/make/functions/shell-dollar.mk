$(info [$(shell V=7; echo $$V $$((V+1)))])
all: ;
