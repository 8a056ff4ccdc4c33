f = sort
$(info [$($(f) b a)])
all: ;
