f = $1
X = $(call f,$$(Y))
Y = late
$(info [$(X)])
all: ;
