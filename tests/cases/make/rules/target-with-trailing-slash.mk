#: mkdir d
all: d/ ; @echo '$^'
