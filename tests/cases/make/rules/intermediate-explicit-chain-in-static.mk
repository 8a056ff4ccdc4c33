#: touch x.a
x.c: %.c: %.b ; cp $< $@
x.b: x.a ; cp $< $@
