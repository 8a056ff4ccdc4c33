L1 = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
L2 = $(L1)$(L1)$(L1)$(L1)$(L1)$(L1)$(L1)$(L1)$(L1)$(L1)
L3 = $(L2) $(L2) $(L2) $(L2) $(L2) $(L2) $(L2) $(L2) $(L2) $(L2)
all: ; @printf '%s' '$(L3)' | wc -c
