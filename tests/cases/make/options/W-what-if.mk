#: touch h c @-20
#: touch o @-10
#: run -W h
#: run -W h -n
#: run --what-if=h
#: run --new-file c
#: run --assume-new h -W c
#: run -W nothere
o: c h ; @echo build '$?'
