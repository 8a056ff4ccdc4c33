#: touch z.q
all: z.p
%.p: %.q ; @echo p
%.q: %.p ; @echo q
