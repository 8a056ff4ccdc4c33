T = a.x b.y c.x
$(filter %.x,$(T)): %.x: %.in ; @echo $@ $<
all: $(T)
b.y: ; @echo b.y
%.in: ;
.DEFAULT_GOAL = all
