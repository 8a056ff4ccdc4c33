#: run -w all
#: run -w bad
#: run -w missing
#: touch all
all: ;
bad: ; @false
