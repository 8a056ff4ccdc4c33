a b: %: %.in ; @echo 1 $<
a b:: %: %.in ; @echo 2 $<
