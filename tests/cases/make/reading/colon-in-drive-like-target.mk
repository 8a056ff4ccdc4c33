c:\foo: ; @echo $@
