#: env FOO=env
FOO = file
BAR = file
all: ; @echo "[$$FOO][$$BAR]"
