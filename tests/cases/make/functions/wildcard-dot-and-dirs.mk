#: touch d/a d/e/b
$(info [$(wildcard ./d/*)] [$(wildcard d/)] [$(wildcard d/.)] [$(wildcard d//a)] [$(wildcard */*/b)])
all: ;
