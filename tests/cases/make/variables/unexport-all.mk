#: env FOO=env
export
unexport
A = 1
all: ; @echo "[$$A][$$FOO]"
