#: touch a.dts
dtb-y := a.dtb
all: $(dtb-y)
%.dtb: %.dts FORCE ; @echo 'DTC $@ from $<'
%.dtb: %.dtso ; @echo overlay
FORCE:
