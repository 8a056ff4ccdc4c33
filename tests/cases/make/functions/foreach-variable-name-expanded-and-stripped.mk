N = v
$(info [$(foreach $(N),a b,$(v))] [$(foreach  v ,a b,$(v))])
all: ;
