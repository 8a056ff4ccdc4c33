t:: a ; @echo '$@ $< $^'
t:: b c ; @echo '$@ $< $^'
a b c: ;
