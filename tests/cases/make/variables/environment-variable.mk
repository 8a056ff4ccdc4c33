#: env FOO=from env
all: ; @echo $(FOO) $(origin FOO) $(flavor FOO)
