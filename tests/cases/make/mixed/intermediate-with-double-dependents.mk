#: touch a.q
#: run
#: run
all: a.x a.y
%.x: %.m ; @echo x; touch $@
%.y: %.m ; @echo y; touch $@
%.m: %.q ; @echo m; touch $@
