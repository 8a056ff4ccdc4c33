#: touch empty.mk
#: run -f empty.mk
#: run -f empty.mk x
y: ;
