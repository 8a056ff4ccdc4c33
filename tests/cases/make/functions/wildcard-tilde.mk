#: exec touch ~/file.x
$(info [$(notdir $(wildcard ~/*.x))] [$(patsubst $(HOME)/%,%,$(wildcard ~/file.x))])
all: ;
