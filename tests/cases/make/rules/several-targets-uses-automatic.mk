b.out l.out: text ; @echo generate $< -$(subst .out,,$@)
all: b.out l.out
text: ;
.DEFAULT_GOAL = all
