#: env FOO=env
undefine FOO
all: ; @echo "[$(FOO)] [$$FOO]" $(origin FOO)
