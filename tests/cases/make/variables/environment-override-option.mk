#: env FOO=env
#: env BAR=env
#: run
#: run -e
FOO = file
BAR ?= file
all: ; @echo $(FOO) $(BAR) $(origin FOO) $(origin BAR)
