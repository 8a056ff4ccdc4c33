f = <$1>
N = f
$(info $(call $(N),x) $(call  f ,x) $(call f ,x))
all: ;
