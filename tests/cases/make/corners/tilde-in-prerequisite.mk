#: exec touch ~/in-home
all: ~/in-home ; @echo '$(notdir $^)' $(words $^)
