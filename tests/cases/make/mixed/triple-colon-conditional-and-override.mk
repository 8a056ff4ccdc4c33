#: run A=x
override A :::= $$y
all: ; @echo '$(value A) $(A)'
