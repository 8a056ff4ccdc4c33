#: touch real @-10
#: touch out @-20
#: exec ln -s real link; touch -h -d @1000 link
#: run
#: run -L
#: run --check-symlink-times
out: link ; @echo build
