#: env A=env
#: env B=env
#: run -e
#: run --environment-overrides
A = file
B += file
override C = $(A)
all: ; @echo '$(A) [$(B)] $(C) $(origin A)'
