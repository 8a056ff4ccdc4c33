$(info [$(wildcard new*)])
X := $(shell touch new1)
$(info [$(wildcard new*)])
all: ;
