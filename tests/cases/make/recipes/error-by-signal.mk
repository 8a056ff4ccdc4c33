#: run term
#: run kill
#: run segv
term: ; @kill -TERM $$$$
kill: ; @kill -9 $$$$
segv: ; @kill -SEGV $$$$
