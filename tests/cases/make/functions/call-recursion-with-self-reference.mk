fact = $(if $(filter 1,$1),x,$(call fact,1) y)
$(info $(call fact,2))
all: ;
