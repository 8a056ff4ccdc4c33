#: run A=cmd
override export A = 1
export override B = 2
all: ; @echo "$$A $$B"
