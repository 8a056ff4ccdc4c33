#: run F=cmd
%.o: override F += pat
a.o: ; @echo '$(F)'
