A = g
all: A = t
ifeq ($(A),g)
$(info reads the global)
endif
all: ; @echo $(A)
