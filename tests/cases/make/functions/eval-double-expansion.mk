X = $$(Y)
Y = val
$(eval Z := $(X))
$(eval W = $$(X))
$(info $(Z) $(value W))
all: ;
