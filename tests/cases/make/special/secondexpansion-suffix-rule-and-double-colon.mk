.SECONDEXPANSION:
t:: $$@.1 ; @echo '$<'
t:: $$@.2 ; @echo '$<'
t.1 t.2: ;
