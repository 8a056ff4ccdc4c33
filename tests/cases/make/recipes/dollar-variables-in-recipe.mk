V = make
all: ; @V=shell; echo $(V) $$V $${V} '$$V' $$$$ | sed 's/[0-9]*$$/PID/'
