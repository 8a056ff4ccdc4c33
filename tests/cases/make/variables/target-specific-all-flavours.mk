X = now
all: A = $(X)
all: B := $(X)
all: C ?= $(X)
all: D += $(X)
all: E != echo $(X)
all: F :::= $(X)
X = later
all: ; @echo $(A) $(B) $(C) $(D) $(E) $(F)
