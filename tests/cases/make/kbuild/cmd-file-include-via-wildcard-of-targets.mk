#: file .a.o.cmd
#| savedcmd_a.o := one
#: touch a.o b.o
targets := a.o b.o c.o
existing-targets := $(wildcard $(sort $(targets)))
-include $(foreach f,$(existing-targets),$(dir $(f)).$(notdir $(f)).cmd)
all: ; @echo '[$(savedcmd_a.o)] [$(savedcmd_b.o)] $(existing-targets)'
