#: touch h @-5
#: touch c @-20
#: touch o @-10
#: run
#: run -o h
#: run --old-file=h
#: run --assume-old h
o: c h ; @echo build '$?'
